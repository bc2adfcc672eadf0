import { useState } from 'preact/hooks';
import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import type { Desk } from '../state/desk.ts';
import { hasUnsentWords, type Talk } from '../state/talk.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { LowerDialog } from './lower-dialog.tsx';
import { ReplyBox } from './reply-box.tsx';
import { TalkHead } from './talk-head.tsx';
import { TurnLog } from './turn-log.tsx';
import { useWords } from './words-context.ts';

type Asking = 'lower' | 'release' | 'close' | null;

/** A conversation: what was said, what was seen in it, and what this responder may do. */
export function TalkView(props: {
  desk: Desk;
  youId: string;
  conversationId: string;
  talk: Talk;
  found: EscalationWire | undefined;
  onClaim: (escalationId: string) => void;
  onBack: () => void;
}) {
  const { words } = useWords();
  const { desk, talk, found, conversationId } = props;
  const [asking, setAsking] = useState<Asking>(null);
  const stopAsking = () => setAsking(null);
  const mine = found?.claimedBy?.id === props.youId;
  const { about } = talk;

  return (
    <section class="talk" aria-labelledby="talk-title">
      <TalkHead talk={talk} found={found} mine={mine} onBack={props.onBack} onAsk={setAsking} />
      {about ? (
        <TurnLog
          talk={talk}
          locale={about.locale}
          onExplain={(seq) => desk.explain(conversationId, seq)}
        />
      ) : (
        <p class="log-place quiet" role="status">
          {talk.problem !== 'gone' && words.talk.loading}
        </p>
      )}
      <div class="talk-foot">
        <p class="trouble" role="alert">
          {talk.problem && talk.problem !== 'gone' && words.problems[talk.problem]}
        </p>
        {mine ? (
          <ReplyBox
            draft={talk.draft}
            onDraft={(text) => desk.draft(conversationId, text)}
            onSend={() => desk.send(conversationId)}
          />
        ) : (
          <>
            <NotYours talk={talk} found={found} onClaim={props.onClaim} />
            {talk.draft !== '' && (
              <figure class="kept-draft">
                <figcaption>{words.talk.unsent}</figcaption>
                <p dir="auto">{talk.draft}</p>
              </figure>
            )}
          </>
        )}
      </div>
      {asking === 'lower' && about && (
        <LowerDialog
          level={about.level}
          onLower={(level, reason) => desk.lower(conversationId, level, reason)}
          onClose={stopAsking}
        />
      )}
      {asking === 'release' && found && (
        <ConfirmDialog
          {...words.releaseDialog}
          explain={[words.releaseDialog.explain]}
          onSubmit={() => desk.release(found.id)}
          onClose={stopAsking}
        />
      )}
      {asking === 'close' && (
        <ConfirmDialog
          {...words.closeDialog}
          explain={[
            words.closeDialog.explain,
            ...(hasUnsentWords(talk) ? [words.closeDialog.unsent] : []),
          ]}
          onSubmit={() => desk.close(conversationId)}
          onClose={stopAsking}
        />
      )}
    </section>
  );
}

/** Why one can't write here, and what to do about it. */
function NotYours(props: {
  talk: Talk;
  found: EscalationWire | undefined;
  onClaim: (escalationId: string) => void;
}) {
  const { words } = useWords();
  const { found } = props;
  if (props.talk.problem === 'gone') return <p class="notice">{words.problems.gone}</p>;
  if (props.talk.about?.handling === 'closed') return <p class="notice">{words.talk.closed}</p>;
  if (!found) return props.talk.about && <p class="notice">{words.talk.noCase}</p>;
  if (found.claimedBy) return <p class="notice">{words.talk.takenBy(found.claimedBy.name)}</p>;
  return (
    <div class="notice claim">
      <p>{words.talk.claimFirst}</p>
      <button type="button" class="primary" onClick={() => props.onClaim(found.id)}>
        {words.talk.claim}
      </button>
    </div>
  );
}

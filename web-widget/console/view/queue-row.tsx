import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import { shareOfWait, waitedMs } from '../state/waiting-time.ts';
import { shortDuration, spokenDuration } from '../words/durations.ts';
import { languageName } from '../words/language-name.ts';
import { LevelMark } from './level-mark.tsx';
import { useWords } from './words-context.ts';

/** One case, to be read from two metres: how urgent, since when, why, who has it. */
export function QueueRow(props: {
  found: EscalationWire;
  youId: string;
  nowMs: number;
  current: boolean;
  unread: number;
  onOpen: () => void;
}) {
  const { language, words } = useWords();
  const { found } = props;
  const waited = waitedMs(found, props.nowMs);
  const share = shareOfWait(found, props.nowMs);
  const free = found.claimedBy === null;
  const alarm = free && found.level === 'imminent';
  return (
    <li>
      <button
        type="button"
        class={`case case-${found.level}${alarm ? ' case-alarm' : ''}${free ? '' : ' case-taken'}`}
        data-case={found.id}
        aria-current={props.current}
        onClick={props.onOpen}
      >
        <LevelMark level={found.level} />
        {found.claimedBy ? (
          <span class="case-owner">
            {found.claimedBy.id === props.youId
              ? words.queue.takenByYou
              : words.queue.takenBy(found.claimedBy.name)}
          </span>
        ) : (
          <span class="case-wait">
            <span aria-hidden="true">{shortDuration(waited, language)}</span>
            <span class="unseen">{words.queue.waitingFor(spokenDuration(waited, language))}</span>
          </span>
        )}
        <span class="case-more">
          <span>
            {words.reasons[found.reason]}
            {found.degraded &&
              found.reason !== 'degraded-assessment' &&
              ` · ${words.talk.degraded}`}
            {' · '}
            {languageName(found.locale, words.tag)}
          </span>
          {props.unread > 0 && <span class="case-unread">{words.queue.unread(props.unread)}</span>}
          {free && share === 1 && <span class="case-overdue">{words.queue.overdue}</span>}
        </span>
        {free && (
          <svg class="wait-bar" aria-hidden="true">
            <rect class="wait-bar-ground" width="100%" height="100%" rx="3" />
            <rect
              class="wait-bar-gone"
              width={`${Math.max(1, share * 100)}%`}
              height="100%"
              rx="3"
            />
          </svg>
        )}
      </button>
    </li>
  );
}

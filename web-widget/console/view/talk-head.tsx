import { useEffect, useRef } from 'preact/hooks';
import type { EscalationWire } from '../../../server/protocol/responder-protocol.ts';
import type { Talk } from '../state/talk.ts';
import { languageName } from '../words/language-name.ts';
import { signalInWords } from '../words/signal-names.ts';
import { LevelMark } from './level-mark.tsx';
import { useWords } from './words-context.ts';

/** What to know before reading: how urgent, why, in which language; and the acts. */
export function TalkHead(props: {
  talk: Talk;
  found: EscalationWire | undefined;
  mine: boolean;
  onBack: () => void;
  onAsk: (act: 'lower' | 'release' | 'close') => void;
}) {
  const { words } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  // Who opened it by keyboard goes on from here; the queue may be hidden now.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  const { found } = props;
  const { about } = props.talk;
  const level = about?.level ?? found?.level;
  const locale = about?.locale ?? found?.locale;
  const openedAt = about?.openedAt ?? found?.openedAt;
  const facts = [
    found && words.reasons[found.reason],
    locale && words.talk.language(languageName(locale, words.tag)),
    about?.ageBand && (words.talk.ageBands[about.ageBand] ?? about.ageBand),
    openedAt && words.talk.since(dateInWords(openedAt, words.tag)),
  ].filter(Boolean);
  return (
    <header class="talk-head">
      <button type="button" class="plain back" onClick={props.onBack}>
        ← {words.talk.back}
      </button>
      <h2 id="talk-title" ref={title} tabIndex={-1}>
        <span class="unseen">{words.talk.title} : </span>
        {level && <LevelMark level={level} />}
      </h2>
      <p class="quiet talk-facts">{facts.join(' · ')}</p>
      {props.mine && (
        <div class="acts">
          {level && level !== 'none' && (
            <button type="button" onClick={() => props.onAsk('lower')}>
              {words.talk.lower}
            </button>
          )}
          <button type="button" onClick={() => props.onAsk('release')}>
            {words.talk.release}
          </button>
          <button type="button" onClick={() => props.onAsk('close')}>
            {words.talk.close}
          </button>
        </div>
      )}
      {found && found.signals.length > 0 && (
        <ul class="signals" aria-label={words.talk.seen}>
          {found.signals.map((name) => (
            <li key={name}>{signalInWords(words.signals, name)}</li>
          ))}
        </ul>
      )}
      {found?.degraded && <p class="degraded-line">{words.talk.degradedDetail}</p>}
    </header>
  );
}

function dateInWords(iso: string, tag: string): string {
  return new Date(iso).toLocaleString(tag, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
}

import type { ReadTurnWire } from '../../../server/protocol/responder-protocol.ts';
import { signalInWords } from '../words/signal-names.ts';
import { Lamp } from './lamp.tsx';
import { LevelMark } from './level-mark.tsx';
import { useWords } from './words-context.ts';

/** One thing said: by whom, when, and for a participant what was seen in it. */
export function TurnView({ turn, locale }: { turn: ReadTurnWire; locale: string }) {
  const { words } = useWords();
  const at = new Date(turn.at);
  const time = at.toLocaleTimeString(words.tag, { hour: '2-digit', minute: '2-digit' });
  return (
    <li class={`turn turn-${turn.author}`}>
      <p class="turn-head">
        {turn.author === 'bot' && <Lamp lit={false} />}
        {turn.author === 'responder' && <Lamp lit />}
        <span class="turn-author">
          {words.authors[turn.author]}
          {turn.name && ` · ${turn.name}`}
        </span>
        <time dateTime={turn.at}>{time}</time>
      </p>
      <p class="turn-text" dir="auto" lang={locale}>
        {turn.text}
      </p>
      {turn.choices && turn.choices.length > 0 && (
        <p class="turn-choices">
          {words.talk.choices} :{' '}
          <span lang={locale}>{turn.choices.map((c) => c.label).join(' · ')}</span>
        </p>
      )}
      {turn.author === 'participant' && <Seen turn={turn} />}
    </li>
  );
}

function Seen({ turn }: { turn: ReadTurnWire }) {
  const { words } = useWords();
  const { assessment } = turn;
  if (!assessment) return <p class="seen quiet">{words.talk.notReadYet}</p>;
  const { level, signals, completeness } = assessment;
  const plain = level === 'none' && signals.length === 0;
  return (
    <div class={plain ? 'seen seen-plain' : 'seen'}>
      <LevelMark level={level} />
      {signals.length > 0 && (
        <ul class="signals">
          {signals.map((name) => (
            <li key={name}>{signalInWords(words.signals, name)}</li>
          ))}
        </ul>
      )}
      {completeness === 'degraded' && (
        <span class="degraded" title={words.talk.degradedDetail}>
          {words.talk.degraded}
        </span>
      )}
    </div>
  );
}

import { useState } from 'preact/hooks';
import type {
  ReadTurnWire,
  TurnExplanationWire,
} from '../../../server/protocol/responder-protocol.ts';
import { signalInWords } from '../words/signal-names.ts';
import { Lamp } from './lamp.tsx';
import { LevelMark } from './level-mark.tsx';
import { MarkedText } from './marked-text.tsx';
import { TurnWhy } from './turn-why.tsx';
import { useWords } from './words-context.ts';

/** Asks why a turn has its level; null when that can't be had now. */
export type Explain = (seq: number) => Promise<TurnExplanationWire | null>;

/** One thing said: by whom, when, and for a participant what was seen in it, and why. */
export function TurnView(props: { turn: ReadTurnWire; locale: string; onExplain: Explain }) {
  const { turn, locale } = props;
  const { words } = useWords();
  const [explained, setExplained] = useState<TurnExplanationWire | 'failed' | null>(null);
  const shown = explained === 'failed' ? null : explained;
  const whyId = `why-${turn.seq}`;
  async function toggleWhy() {
    setExplained(explained ? null : ((await props.onExplain(turn.seq)) ?? 'failed'));
  }
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
        {shown ? <MarkedText text={turn.text} spans={shown.spans} /> : turn.text}
      </p>
      {turn.choices && turn.choices.length > 0 && (
        <p class="turn-choices">
          {words.talk.choices} :{' '}
          <span lang={locale}>{turn.choices.map((c) => c.label).join(' · ')}</span>
        </p>
      )}
      {turn.author === 'participant' && <Seen turn={turn} />}
      {turn.author === 'participant' && turn.assessment && turn.assessment.level !== 'none' && (
        <button
          type="button"
          class="why-button"
          aria-expanded={explained !== null}
          aria-controls={explained ? whyId : undefined}
          onClick={toggleWhy}
        >
          {explained ? words.talk.why.hide : words.talk.why.ask}
        </button>
      )}
      {shown && <TurnWhy id={whyId} turn={turn} locale={locale} explained={shown} />}
      {explained === 'failed' && (
        <p class="why quiet" id={whyId} role="status">
          {words.talk.why.failed}
        </p>
      )}
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

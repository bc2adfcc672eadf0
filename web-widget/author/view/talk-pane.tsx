import { useEffect, useRef } from 'preact/hooks';
import type { LanguageWire, LibraryWire } from '../../../bot-flows/author/page/page-wire.ts';
import type { Talk } from '../state/use-talk.ts';
import { useAuthorWords } from './author-words.ts';
import { Composer } from './composer.tsx';
import { Pick } from './pick.tsx';
import { TalkTurn } from './talk-turn.tsx';

/** The conversation, played as a participant would have it. */
export function TalkPane(props: {
  talk: Talk;
  library: LibraryWire;
  /** What is looked at: the conversation can begin there. */
  flow: string;
  step: string;
  language: LanguageWire;
  onLanguage: (language: LanguageWire) => void;
  follows: boolean;
  onFollow: (follows: boolean) => void;
}) {
  const { talk, flow, step } = props;
  const { talk: words, step: stepWords, parts } = useAuthorWords();
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The first words are read from their beginning.
    log.current?.scrollTo({ top: talk.turns.length > 1 ? log.current.scrollHeight : 0 });
  }, [talk.turns]);
  const from = talk.from;
  const isAnswered = talk.turns.length === talk.moves.length + 1;

  return (
    <section class="part talk-part" aria-labelledby="part-talk" id="at-talk">
      <div class="part-head">
        <h2 id="part-talk" tabIndex={-1}>
          {parts.talk}
        </h2>
        <Pick
          label={words.language}
          options={[
            ['fr', stepWords.languages.fr],
            ['en', stepWords.languages.en],
          ]}
          value={props.language}
          onPick={props.onLanguage}
        />
      </div>
      <div class="talk-tools">
        <button type="button" onClick={() => talk.begin({ flow, step: null })}>
          {words.restart}
        </button>
        <button type="button" onClick={() => talk.begin({ flow, step })}>
          {words.fromStep(step)}
        </button>
        <button type="button" disabled={talk.moves.length === 0} onClick={talk.undo}>
          {words.undo}
        </button>
        <label class="check">
          <input
            type="checkbox"
            checked={props.follows}
            onChange={({ currentTarget }) => props.onFollow(currentTarget.checked)}
          />
          {words.follow}
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who uses the keyboard scrolls it. */}
      <div class="log" role="log" aria-label={words.log} tabIndex={0} ref={log}>
        {from && (
          <p class="turn-notice">
            {words.about(from.step === null ? from.flow : `${from.flow}.${from.step}`)}
          </p>
        )}
        {talk.isLost && <p class="trouble">{words.cannotPlay}</p>}
        {talk.turns.map((turn, index) => (
          <TalkTurn
            key={String(index)}
            turn={turn}
            move={index > 0 ? talk.moves[index - 1] : undefined}
            isLast={isAnswered && index === talk.turns.length - 1}
            onTap={(choice, text) => talk.move({ text, choice, level: 'none', signals: [] })}
          />
        ))}
      </div>
      <Composer signals={props.library.signals} canSend={isAnswered} onSend={talk.move} />
    </section>
  );
}

import { type ComponentChildren, Fragment } from 'preact';
import type { TurnWire } from '../../../server/protocol/turn-wire.ts';
import type { ChatState } from '../state/chat-state.ts';
import { type OwnTurn, openQuestion } from '../state/transcript.ts';
import type { Words } from '../words/voiced-words.ts';
import type { Acts } from './screen.ts';
import { TurnBubble } from './turn-bubble.tsx';
import type { View } from './view.ts';
import { whenSaid } from './when-said.ts';

export interface LogProps {
  readonly view: View;
  readonly state: ChatState;
  readonly behind: boolean;
  readonly acts: Acts;
  /** What stands above the first message. */
  readonly children: ComponentChildren;
}

/** What was said. New turns are read aloud politely; what was there before is not read again. */
export function Log({ view, state, behind, acts, children }: LogProps) {
  const { words, locale } = view;
  const { turns, outbox } = state.transcript;
  const kept = turns.filter(({ seq }) => seq <= state.shownTo);
  const question = openQuestion(state.transcript);
  const lastOwn = kept.findLast(({ author }) => author === 'participant');
  // One list, so that a turn that becomes kept stays the same on the screen and to the ear.
  const said = [
    ...kept.map((turn) => ({ turn, own: null })),
    ...outbox.map((own) => ({ turn: asTurn(own), own })),
  ];
  return (
    <div class="talk">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable. */}
      <div class="scroll" onScroll={acts.scrolled} tabIndex={0}>
        {children}
        <div
          role="log"
          aria-label={words.log}
          aria-live={state.settled ? 'polite' : 'off'}
          aria-relevant="additions"
        >
          {said.map(({ turn, own }, at) => {
            const before = said[at - 1]?.turn;
            const when = own ? null : whenSaid(turn.at, before?.at, locale);
            return (
              <Fragment key={turn.turnId}>
                {when && <p class="when">{when}</p>}
                <TurnBubble
                  view={view}
                  turn={turn}
                  goesOn={!when && before?.author === turn.author && before.name === turn.name}
                  isOpen={turn.seq === question}
                  fate={own ? fateOf(own, words) : turn === lastOwn ? words.kept : null}
                  takeBack={own?.state === 'refused' ? () => acts.takeBack(own.turnId) : null}
                  choose={acts.choose}
                />
              </Fragment>
            );
          })}
        </div>
        {turns.length > kept.length && (
          <p class="typing" title={words.typing} aria-hidden="true">
            <i />
            <i />
            <i />
          </p>
        )}
      </div>
      {behind && (
        <button type="button" class="newer" onClick={acts.toEnd}>
          {words.newer}
        </button>
      )}
    </div>
  );
}

const asTurn = ({ turnId, text, at }: OwnTurn): TurnWire => ({
  seq: -1,
  author: 'participant',
  turnId,
  text,
  at,
});

function fateOf({ state, error, choice }: OwnTurn, words: Words): string {
  if (state === 'sending') return words.sending;
  if (state === 'retrying') return words.retrying;
  if (error === 'closed') return words.refusedClosed;
  return choice === undefined ? words.refusedText : words.refusedChoice;
}

import type { TurnWire } from '../../../server/protocol/turn-wire.ts';
import { fill, type Words } from '../words/voiced-words.ts';
import { Choices } from './choices.tsx';
import { Lamp } from './lamp.tsx';
import { SpokenText } from './spoken-text.tsx';
import type { View } from './view.ts';

export interface TurnBubbleProps {
  readonly view: View;
  readonly turn: Pick<TurnWire, 'author' | 'text' | 'name' | 'choices'>;
  /** Whether its author spoke just before; the name is then only read aloud. */
  readonly goesOn: boolean;
  /** Whether its choices can be tapped. */
  readonly isOpen: boolean;
  /** What became of an own turn, in words. */
  readonly fate: string | null;
  readonly takeBack: (() => void) | null;
  choose(id: string, label: string): void;
}

/** One thing said by one side. Who speaks is always in words, never by colour alone. */
export function TurnBubble(props: TurnBubbleProps) {
  const { view, turn, goesOn, isOpen, fate, takeBack, choose } = props;
  const { words } = view;
  const { author } = turn;
  return (
    <div class={`turn ${author}${takeBack ? ' refused' : ''}`}>
      <p class={goesOn || author === 'notice' ? 'author unseen' : 'author'}>
        {(author === 'bot' || author === 'responder') && <Lamp lit={author === 'responder'} />}
        {authorOf(turn, words)}
      </p>
      <p class="text" dir="auto">
        {author === 'participant' ? turn.text : <SpokenText text={turn.text} view={view} />}
      </p>
      {turn.choices && turn.choices.length > 0 && (
        <Choices choices={turn.choices} isOpen={isOpen} choose={choose} />
      )}
      {fate && (
        <p class="fate" aria-live={takeBack ? undefined : 'off'}>
          {fate}
        </p>
      )}
      {takeBack && (
        <button type="button" class="plain" onClick={takeBack}>
          {words.takeBack}
        </button>
      )}
    </div>
  );
}

function authorOf({ author, name }: TurnBubbleProps['turn'], words: Words): string {
  switch (author) {
    case 'participant':
      return words.me;
    case 'bot':
      return words.program;
    case 'responder':
      return name ? fill(words.person, name) : words.aPerson;
    case 'notice':
      return words.notice;
  }
}

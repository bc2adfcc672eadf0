import type { TurnWire } from '../../../server/protocol/turn-wire.ts';

export interface ChoicesProps {
  readonly choices: NonNullable<TurnWire['choices']>;
  /** False once answered or overtaken. The focus stays where it is: nothing is taken away. */
  readonly isOpen: boolean;
  choose(id: string, label: string): void;
}

/** What a question offers to tap. */
export function Choices({ choices, isOpen, choose }: ChoicesProps) {
  return (
    <ul class={isOpen ? 'choices' : 'choices past'}>
      {choices.map(({ id, label }) => (
        <li key={id}>
          <button
            type="button"
            aria-disabled={isOpen ? undefined : 'true'}
            tabIndex={isOpen ? 0 : -1}
            onClick={() => isOpen && choose(id, label)}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}

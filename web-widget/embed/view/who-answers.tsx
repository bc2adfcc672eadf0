import type { ChatState } from '../state/chat-state.ts';
import { fill, type Words } from '../words/voiced-words.ts';
import { Lamp } from './lamp.tsx';
import type { View } from './view.ts';

/** Says the truth about who answers now, and about the line. */
export function WhoAnswers({ state, view }: { readonly state: ChatState; readonly view: View }) {
  const { words } = view;
  return (
    <p role="status">
      <Lamp lit={state.handling === 'with-responder'} />
      <span>
        {answering(state, words)}
        {state.reach !== 'online' && state.erasure.kind !== 'done' && (
          <small>{state.reach === 'opening' ? words.opening : words.away}</small>
        )}
      </span>
    </p>
  );
}

function answering(state: ChatState, words: Words): string {
  const name =
    state.responderName ??
    state.transcript.turns.findLast(({ author }) => author === 'responder')?.name;
  switch (state.handling) {
    case 'with-bot':
      return words.withBot;
    case 'awaiting-responder':
      return words.awaiting;
    case 'with-responder':
      return name ? fill(words.withResponder, name) : words.withSomeone;
    case 'closed':
      return words.closed;
  }
}

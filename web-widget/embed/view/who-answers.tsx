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
      {answering(state, words)}
    </p>
  );
}

function answering(state: ChatState, words: Words): string {
  if (state.erasure.kind === 'done') return words.erased;
  if (state.reach !== 'online') return state.reach === 'away' ? words.away : words.opening;
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

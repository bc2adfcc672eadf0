import type { TurnExplanationWire } from '../../../server/protocol/responder-protocol.ts';

type Span = TurnExplanationWire['spans'][number];

/** A text with the phrases that moved its level marked; the strongest one the most. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts = [];
  let from = 0;
  for (const { offset, length, rank } of spans.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < from) continue;
    parts.push(text.slice(from, offset));
    parts.push(
      <mark key={offset} class={rank === 1 ? 'moved moved-most' : 'moved'}>
        {text.slice(offset, offset + length)}
      </mark>,
    );
    from = offset + length;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

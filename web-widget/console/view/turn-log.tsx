import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Talk } from '../state/talk.ts';
import { type Explain, TurnView } from './turn-view.tsx';
import { useWords } from './words-context.ts';

/** How near its end a log still counts as being read to its end, in pixels. */
const NEAR_END = 80;

/** What was said, oldest first. Follows new turns unless the reader has gone up to read. */
export function TurnLog(props: { talk: Talk; locale: string; onExplain: Explain }) {
  const { talk, locale, onExplain } = props;
  const { words } = useWords();
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [behind, setBehind] = useState(false);
  const count = talk.turns.length + talk.outgoing.length;

  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });
  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else setBehind(true);
  }, [count]);
  useEffect(() => {
    const resized = new ResizeObserver(() => follows.current && toEnd());
    if (log.current) resized.observe(log.current);
    return () => resized.disconnect();
  }, []);

  function scrolled() {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = log.current ?? {};
    follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (follows.current) setBehind(false);
  }
  return (
    <div class="log-place">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={words.talk.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards must reach it.
        tabIndex={0}
        onScroll={scrolled}
      >
        <ol>
          {talk.turns.map((turn) => (
            <TurnView key={turn.turnId} turn={turn} locale={locale} onExplain={onExplain} />
          ))}
          {talk.outgoing.map((item) => (
            <li key={item.turnId} class="turn turn-responder turn-outgoing">
              <p class="turn-head">
                <span class="turn-author">{words.talk.you}</span>
                <span class={`delivery delivery-${item.state}`}>{words.talk[item.state]}</span>
              </p>
              <p class="turn-text" dir="auto">
                {item.text}
              </p>
            </li>
          ))}
        </ol>
      </div>
      {behind && (
        <button type="button" class="to-end" onClick={toEnd}>
          {words.talk.newMessages} ↓
        </button>
      )}
    </div>
  );
}

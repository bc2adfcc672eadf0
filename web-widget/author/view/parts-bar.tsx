import { useAuthorWords } from './author-words.ts';

const PARTS = ['map', 'step', 'talk', 'findings', 'signing'] as const;

/** On a small screen the parts lie below each other: this leads to each. */
export function PartsBar() {
  const words = useAuthorWords();
  return (
    <nav class="parts" aria-label={words.partsOfPage}>
      {PARTS.map((part) => (
        <button
          key={part}
          type="button"
          onClick={() => {
            document.getElementById(`at-${part}`)?.scrollIntoView();
            document.getElementById(`part-${part}`)?.focus({ preventScroll: true });
          }}
        >
          {words.parts[part]}
        </button>
      ))}
    </nav>
  );
}

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { confirmHelplines, type DeskLines, readHelplines } from '../session/helplines-client.ts';
import { useWords } from './words-context.ts';

/** The helplines past their date, to be ticked off by who has checked them. */
export function HelplinesCheck({ children }: { children?: ComponentChildren }) {
  const { words, language } = useWords();
  const texts = words.lines;
  const [lines, setLines] = useState<DeskLines | null>(null);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<'' | 'kept' | 'failed'>('');
  useEffect(() => {
    void readHelplines().then(setLines);
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    if (ticked.length === 0) return;
    const now = await confirmHelplines(ticked);
    setSaid(now ? 'kept' : 'failed');
    if (!now) return;
    setLines(now);
    setTicked([]);
  }

  const due = (lines ?? []).filter(({ dated }) => dated);
  const tick = (id: string, is: boolean) =>
    setTicked((before) => [...before.filter((other) => other !== id), ...(is ? [id] : [])]);
  return (
    <form class="form helplines-check" onSubmit={(event) => void submit(event)}>
      <p>{texts.explain}</p>
      {lines && due.length === 0 && <p role="status">{texts.allGood}</p>}
      {due.map((line) => (
        <label class="check" key={line.id}>
          <input
            type="checkbox"
            checked={ticked.includes(line.id)}
            onChange={(event) => tick(line.id, event.currentTarget.checked)}
          />
          <span>
            <b>{line.label}</b> {line.about[language]} <em>{texts.state[line.state]}</em>
            <br />
            <small>
              {texts.source(line.source, line.verifiedOn)}
              {line.confirmation &&
                `. ${texts.confirmed(line.confirmation.by, line.confirmation.on)}`}
            </small>
          </span>
        </label>
      ))}
      <p role="status">{said && texts[said]}</p>
      {due.length > 0 && (
        <button type="submit" class="primary" aria-disabled={ticked.length === 0}>
          {texts.submit(ticked.length)}
        </button>
      )}
      {children}
    </form>
  );
}

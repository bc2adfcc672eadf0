import { useEffect, useState } from 'preact/hooks';

export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly answer: T };

/**
 * What the server answers to a question, asked again whenever the question or the files change.
 * Until the new answer is there the last one stands, so that nothing flickers.
 */
export function useAsked<T>(
  question: { readonly url: string; readonly body?: unknown } | null,
  mark: string | null,
): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ kind: 'loading' });
  const key = question && JSON.stringify(question);
  useEffect(() => {
    if (key === null) return;
    const leaving = new AbortController();
    void ask<T>(key, leaving.signal).then((next) => {
      if (next && !leaving.signal.aborted) setAsked(next);
    });
    return () => leaving.abort();
  }, [key, mark]);
  return asked;
}

/** @returns nothing when the server can't be reached: it will be asked again once it can. */
async function ask<T>(key: string, signal: AbortSignal): Promise<Asked<T> | null> {
  const { url, body } = JSON.parse(key) as { url: string; body?: unknown };
  try {
    const answer = await fetch(url, {
      signal,
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (answer.status === 404) return { kind: 'unknown' };
    return answer.ok ? { kind: 'known', answer: (await answer.json()) as T } : null;
  } catch {
    return null;
  }
}

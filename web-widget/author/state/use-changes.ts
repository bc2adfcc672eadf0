import { useEffect, useState } from 'preact/hooks';

/** What is known of the files: the mark of those last read, and whether the page hears of changes. */
export interface Changes {
  readonly mark: string | null;
  readonly isLive: boolean;
}

/** Follows the files as they are saved; connects again by itself. */
export function useChanges(): Changes {
  const [changes, setChanges] = useState<Changes>({ mark: null, isLive: true });
  useEffect(() => {
    const source = new EventSource('/api/changes');
    source.addEventListener('read', ({ data }: MessageEvent<string>) =>
      setChanges({ mark: data, isLive: true }),
    );
    source.addEventListener('error', () => setChanges((last) => ({ ...last, isLive: false })));
    return () => source.close();
  }, []);
  return changes;
}

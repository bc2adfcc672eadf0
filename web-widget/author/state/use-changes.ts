import { useEffect, useState } from 'preact/hooks';

/** What is known of the files: the mark of those last read, and whether the page hears of changes. */
export interface Changes {
  readonly mark: string | null;
  /** `reading`: a change was seen and is being read; `lost`: the page hears of none. */
  readonly live: 'live' | 'reading' | 'lost';
}

/** Follows the files as they are saved; connects again by itself. */
export function useChanges(): Changes {
  const [changes, setChanges] = useState<Changes>({ mark: null, live: 'live' });
  useEffect(() => {
    const source = new EventSource('/api/changes');
    source.addEventListener('read', ({ data }: MessageEvent<string>) =>
      setChanges({ mark: data, live: 'live' }),
    );
    source.addEventListener('reading', () => setChanges((last) => ({ ...last, live: 'reading' })));
    source.addEventListener('error', () => setChanges((last) => ({ ...last, live: 'lost' })));
    return () => source.close();
  }, []);
  return changes;
}

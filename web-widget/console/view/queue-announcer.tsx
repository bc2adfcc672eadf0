import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskState } from '../state/desk-state.ts';
import { type QueueNews, queueNews } from '../state/queue-news.ts';
import { languageName } from '../words/language-name.ts';
import type { Strings } from '../words/strings.ts';
import { useWords } from './words-context.ts';

/** More at once would still be talking when the next comes. */
const AT_ONCE = 3;

/** Tells those who listen what changed in the queue. */
export function QueueAnnouncer({ state }: { state: DeskState }) {
  const { words } = useWords();
  const before = useRef(state);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const known = before.current.queueKnown;
    const news = known ? queueNews(before.current.cases, state.cases) : [];
    before.current = state;
    if (news.length === 0) return;
    setSaid(
      news
        .slice(0, AT_ONCE)
        .map((item) => inWords(item, words))
        .join(' '),
    );
  }, [state, words]);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}

function inWords({ kind, found }: QueueNews, words: Strings): string {
  const level = words.levels[found.level];
  switch (kind) {
    case 'opened':
      return words.queue.announceNew(level, languageName(found.locale, words.tag));
    case 'raised':
      return words.queue.announceRaised(level);
    case 'taken':
      return words.queue.announceTaken(level, found.claimedBy?.name ?? '');
    case 'closed':
      return words.queue.announceClosed(level);
  }
}

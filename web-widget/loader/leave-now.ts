/**
 * Leaves the page so that neither the screen nor the Back button shows it: covers everything at
 * once, with or without network, forgets the conversation, then replaces the page in the history.
 * Pages visited before it in the history stay there.
 */
export function leaveNow(to: string): void {
  const cover = document.createElement('div');
  cover.style.cssText = 'all:initial;position:fixed;inset:0;z-index:2147483647;background:#fff';
  document.documentElement.append(cover);
  document.title = '\u200b';
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith('veilleuse:')) sessionStorage.removeItem(key);
    }
  } catch {
    // Storage is blocked, so nothing was kept there.
  }
  // Should the browser bring the page back from its cache, it goes away again, still covered.
  addEventListener('pageshow', (event) => event.persisted && location.replace(to));
  location.replace(to);
}

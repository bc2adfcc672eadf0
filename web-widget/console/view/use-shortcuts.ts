import { useEffect } from 'preact/hooks';

/** What a single key does, by `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Single keys anywhere on the page, except while somebody writes, a window is open, or another
 * key is held. Off when `enabled` is false, as people who speak to their computer need.
 */
export function useShortcuts(enabled: boolean, shortcuts: Shortcuts): void {
  useEffect(() => {
    if (!enabled) return;
    const pressed = (event: KeyboardEvent) => {
      const run = shortcuts[event.key];
      if (!run || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const { target } = event;
      if (
        target instanceof Element &&
        target.closest('input:not([type=checkbox],[type=radio]), textarea, select')
      )
        return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
}

import { shows, type Turn } from './turn.ts';

/** Keeps in mind, by name, what a message tells by the way, so that it isn't asked again. */
export function learn({ library, state }: Turn, signals: readonly string[]): void {
  for (const { flow } of library.flows.values()) {
    for (const { signal, unless, 'save-as': name, value } of flow.learns ?? []) {
      if (shows(signals, signal) && !shows(signals, unless)) state.saved[name] = value;
    }
  }
}

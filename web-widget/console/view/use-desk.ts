import { useEffect, useState } from 'preact/hooks';
import { readSession, type Staff } from '../session/session-client.ts';
import { createDesk, type Desk } from '../state/desk.ts';
import type { DeskState } from '../state/desk-state.ts';
import { openSocketDeskLink } from '../state/socket-desk-link.ts';

/** The desk of somebody signed in, for as long as the view that asks for it is there. */
export function useDesk(you: Staff): { desk: Desk; state: DeskState } {
  const [desk] = useState(() => createDesk(BROWSER, { id: you.id, name: you.name }));
  const [state, setState] = useState(desk.state);
  useEffect(() => {
    const unsubscribe = desk.subscribe(() => setState(desk.state()));
    const seenAgain = () => {
      if (document.visibilityState === 'visible') desk.refresh();
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (desk.hasUnsentWords()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', seenAgain);
    addEventListener('online', seenAgain);
    addEventListener('beforeunload', leaving);
    return () => {
      document.removeEventListener('visibilitychange', seenAgain);
      removeEventListener('online', seenAgain);
      removeEventListener('beforeunload', leaving);
      unsubscribe();
      desk.stop();
    };
  }, [desk]);
  return { desk, state };
}

const BROWSER = {
  openLink: openSocketDeskLink,
  async hasSession() {
    const { kind } = await readSession();
    return kind === 'signed-in' ? 'yes' : kind === 'signed-out' ? 'no' : 'unknown';
  },
  newId() {
    const random = crypto.getRandomValues(new Uint8Array(16));
    return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  later(delayMs: number, run: () => void) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
} as const;

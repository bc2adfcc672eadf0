import type { Response } from 'express';
import type { Desk } from './desk.ts';

/** How often the files are looked at while a page is open. */
const EVERY_MS = 400;
/** For the word that they are being read to leave before they are. */
const HEADS_UP_MS = 30;

/**
 * Tells open pages of every change of the files, as server-sent events: `reading` when one is
 * seen, `read` with the new mark once they are on the desk. While no page is open nothing is
 * looked at.
 */
export function createChangeTeller(desk: Desk, everyMs = EVERY_MS) {
  const open = new Set<Response>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (event: 'reading' | 'read') => {
    for (const res of open) res.write(`event: ${event}\ndata: ${desk.look().mark}\n\n`);
  };
  const readAgain = () => {
    desk.refresh();
    tell('read');
    timer = setTimeout(lookAgain, everyMs);
  };
  const lookAgain = () => {
    timer = undefined;
    if (open.size === 0) return;
    const isStale = desk.isStale();
    if (isStale) tell('reading');
    timer = isStale ? setTimeout(readAgain, HEADS_UP_MS) : setTimeout(lookAgain, everyMs);
  };

  return {
    /** Until the page goes away; it is told at once where things stand. */
    follow(res: Response): void {
      res.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });
      open.add(res);
      res.on('close', () => open.delete(res));
      tell('read');
      timer ??= setTimeout(lookAgain, 0);
    },
    stop(): void {
      clearTimeout(timer);
      for (const res of open) res.end();
      open.clear();
    },
  };
}

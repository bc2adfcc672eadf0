import type { Response } from 'express';
import type { Desk } from './desk.ts';

/** How often the files are looked at while a page is open. */
const EVERY_MS = 400;

/**
 * Tells open pages of every change of the files, as server-sent events: `reading` when one is
 * seen, `read` with the new mark once it is on the desk. Nothing is looked at while no page is open.
 */
export function createChangeTeller(desk: Desk, everyMs = EVERY_MS) {
  const open = new Set<Response>();
  let timer: NodeJS.Timeout | undefined;

  const tell = (to: Iterable<Response>) => {
    for (const res of to) res.write(`event: read\ndata: ${desk.look().mark}\n\n`);
  };
  const lookAgain = () => {
    if (desk.refresh()) tell(open);
    timer = open.size > 0 ? setTimeout(lookAgain, everyMs) : undefined;
  };

  return {
    /** Until the page goes away; it is told at once where things stand. */
    follow(res: Response): void {
      res.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });
      open.add(res);
      res.on('close', () => open.delete(res));
      desk.refresh();
      tell([res]);
      timer ??= setTimeout(lookAgain, everyMs);
    },
    stop(): void {
      clearTimeout(timer);
      for (const res of open) res.end();
      open.clear();
    },
  };
}

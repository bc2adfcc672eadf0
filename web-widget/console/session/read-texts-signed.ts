import type { SiteAnswer } from '../../../server/protocol/http-bodies.ts';

/** Whether somebody answers for what the program says; while it can't be asked, nothing is said. */
export async function readTextsSigned(): Promise<boolean> {
  const answer = await fetch('/api/site', { cache: 'no-store' }).catch(() => null);
  const site = answer?.ok ? ((await answer.json().catch(() => null)) as SiteAnswer | null) : null;
  return site?.textsSigned !== false;
}

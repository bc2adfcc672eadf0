import type { HelplinesAnswer } from '../../../server/protocol/http-bodies.ts';

export type DeskLines = HelplinesAnswer['lines'];

/** The helplines of this installation; `null` when they can't be read now. */
export const readHelplines = (): Promise<DeskLines | null> => call('/api/helplines');

/** Keeps that these lines are still right. @returns the list as it is now, `null` when not kept. */
export const confirmHelplines = (ids: readonly string[]): Promise<DeskLines | null> =>
  call('/api/helplines/confirmations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids }),
  });

async function call(path: string, init: RequestInit = {}): Promise<DeskLines | null> {
  try {
    const answer = await fetch(path, { cache: 'no-store', ...init });
    return answer.ok ? ((await answer.json()) as HelplinesAnswer).lines : null;
  } catch {
    return null;
  }
}

export interface FirstAccount {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export type SetupOutcome = 'created' | 'refused' | 'invalid' | 'too-many' | 'unreachable';

/** Whether the first account is still to be created. */
export async function readSetup(): Promise<'open' | 'done' | 'unreachable'> {
  try {
    const answer = await fetch('/api/setup', { cache: 'no-store' });
    if (!answer.ok) return 'unreachable';
    return ((await answer.json()) as { open: boolean }).open ? 'open' : 'done';
  } catch {
    return 'unreachable';
  }
}

export async function createFirstAccount(account: FirstAccount): Promise<SetupOutcome> {
  try {
    const answer = await fetch('/api/setup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(account),
    });
    if (answer.ok) return 'created';
    if (answer.status === 400) return 'invalid';
    if (answer.status === 429) return 'too-many';
    return answer.status < 500 ? 'refused' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

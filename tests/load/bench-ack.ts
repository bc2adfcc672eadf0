import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadPlan, type LoadResult, loadRun } from './load-run.ts';

interface Measured extends LoadResult {
  readonly megabytes: number;
  /** Participant turns read by the classifier during the run, whole and in part. */
  readonly assessed?: { readonly full: number; readonly degraded: number };
}

/**
 * Prints the same load on a bare server and on ours, one after the other in this run.
 *
 * @returns how many acknowledgements ours lost.
 */
export async function benchAck(plan: LoadPlan): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'veilleuse-bench-'));
  try {
    say(
      `${plan.clients} clients, ${plan.rate} messages/s, ${plan.seconds} s each; ${availableParallelism()} cores, Node ${process.versions.node}; the load runs on the same cores`,
    );
    const bare = await measure(
      ['build/tests/load/bare-server.js', join(dir, 'bare.db')],
      {},
      plan,
      async () => ({}),
    );
    const ours = await measure(
      ['build/server/main.js'],
      { PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'error' },
      plan,
      openOver,
    );
    const rows = { 'bare server': bare, Veilleuse: ours };
    say('');
    say('              acks lost   p50 ms   p99 ms   max ms   memory MB');
    for (const [name, row] of Object.entries(rows)) {
      say(
        `${name.padEnd(12)}${cell(row.lost, 11, 0)}${cell(row.p50Ms, 9)}${cell(row.p99Ms, 9)}${cell(row.maxMs, 9)}${cell(row.megabytes, 12, 0)}`,
      );
    }
    say(
      `${'ratio'.padEnd(12)}${''.padStart(11)}${cell(ours.p50Ms / bare.p50Ms, 9)}${cell(ours.p99Ms / bare.p99Ms, 9)}${cell(ours.maxMs / bare.maxMs, 9)}${cell(ours.megabytes / bare.megabytes, 12)}`,
    );
    const read = ours.assessed ?? { full: 0, degraded: 0 };
    const perSecond = (read.full + read.degraded) / plan.seconds;
    say('');
    say(
      `read: ${perSecond.toFixed(0)} messages/s (${read.full} wholly, ${read.degraded} by the lexicon alone because the model was busy)`,
    );
    return ours.lost;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const cell = (value: number, width: number, digits = 1) => value.toFixed(digits).padStart(width);

async function measure(
  program: string[],
  env: Record<string, string>,
  plan: LoadPlan,
  authOf: (url: string) => Promise<Record<string, unknown>>,
): Promise<Measured> {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    const result = await loadRun(url, () => authOf(url), plan);
    const assessed = env.DATA_DIR ? await assessedAt(url) : undefined;
    return { ...result, megabytes: residentMegabytes(child), ...(assessed && { assessed }) };
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      // Ours prints the demo page's address last of all it needs to be ready for.
      const url = /(http:\/\/127\.0\.0\.1:\d+)(\/reports)?\n/.exec(output)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`a server ended (${code}) before it listened`)));
  });
}

async function openOver(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/api/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ locale: 'fr' }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { token };
}

async function assessedAt(url: string): Promise<Measured['assessed']> {
  const answer = await fetch(`${url}/metrics`);
  if (!answer.ok) return undefined;
  const text = await answer.text();
  const count = (completeness: string) =>
    [
      ...text.matchAll(
        new RegExp(
          `^veilleuse_turns_assessed_total\\{.*completeness="${completeness}".*\\} (\\d+)`,
          'gm',
        ),
      ),
    ].reduce((sum, match) => sum + Number(match[1]), 0);
  return { full: count('full'), degraded: count('degraded') };
}

/** Resident memory as the kernel counts it; not a number where there is no /proc. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningVeilleuse {
  readonly url: string;
  /** The one-time link printed at start; empty once there is an account. */
  readonly setUpLink: string;
  readonly process: ChildProcess;
  /** All it has printed so far, both streams. */
  output(): string;
  /** SIGTERM. @returns the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as by a power cut. */
  kill(): Promise<void>;
}

/** A folder for one test's store, removed by the returned function. */
export function aDataFolder(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'veilleuse-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** Starts the real server, as `npm start` does, on a free port; ready when it has printed its addresses. */
export async function startVeilleuse(env: Record<string, string>): Promise<RunningVeilleuse> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'server/main'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /Chat page\s+(\S+)\/chat\n[\s\S]*"listening"/.exec(output);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void exited.then(([code]) => reject(new Error(`exit ${code} before it listened:\n${output}`)));
  });
  return {
    url,
    setUpLink: /Set-up\s+(\S+)/.exec(output)?.[1] ?? '',
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const [code] = await exited;
      return code as number | null;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

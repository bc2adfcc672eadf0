import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface AuthorPage {
  /** Ends in `/`. */
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(__dirname, '..', '..');

/** Runs `npm run flow -- page` over a folder, on any free port. */
export async function startAuthorPage(dir: string): Promise<AuthorPage> {
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'bot-flows/flow', 'page', '--dir', dir, '--port', '0'],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return {
    url: await urlOf(child),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

function urlOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const url = /http:\/\/[\d.:]+\//.exec(said)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the author’s page did not start: ${said}`)));
  });
}

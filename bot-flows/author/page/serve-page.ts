import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../commands/command.ts';
import { createChangeTeller } from './change-teller.ts';
import type { Desk } from './desk.ts';
import { createPageApp } from './page-app.ts';

export interface ServedPage {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServePageDeps {
  readonly desk: Desk;
  readonly web: { readonly sourceDir: string; readonly builtDir: string };
  readonly now: () => Date;
}

/** Only this machine reaches it. */
const HOST = '127.0.0.1';
const USUAL_PORT = 8090;

/**
 * Serves the author's page to this machine alone.
 * @param port any free one when the usual one is taken and none was asked for.
 * @throws {UsageError} when the port that was asked for can't be had.
 */
export async function servePage(
  { desk, web, now }: ServePageDeps,
  port?: number,
): Promise<ServedPage> {
  const changes = createChangeTeller(desk);
  const app = createPageApp({ desk, tellChanges: changes.follow, ...web, now });
  const listen = (at: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = app.listen(at, HOST, (error) => (error ? reject(error) : resolve(server)));
    });
  const server = await listen(port ?? USUAL_PORT).catch((cause: NodeJS.ErrnoException) => {
    if (port === undefined) return listen(0);
    throw new UsageError(`port ${port} can’t be used (${cause.code}): name another with --port`, {
      cause,
    });
  });
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        changes.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

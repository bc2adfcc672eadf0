import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { openMongoStores } from '../../../../../../server/adapters/storage/mongo/mongo-stores.ts';

/** A port on which nobody listens. */
async function aSilentPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('openMongoStores', () => {
  test('says by the name of the setting when no server answers, and gives no password away', async () => {
    const uri = `mongodb://anna:pass-of-anna@127.0.0.1:${await aSilentPort()}/veilleuse`;
    const error = await openMongoStores({ uri }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({
      name: 'StorageUnavailableError',
      message: expect.stringMatching(/^MONGODB_URI: no MongoDB server answers there/),
      cause: expect.anything(),
    });
    const { message, cause } = error as Error;
    expect(`${message} ${(cause as Error).message}`).not.toContain('pass-of-anna');
  });

  test('says the same of an address that is none', async () => {
    await expect(openMongoStores({ uri: 'not an address' })).rejects.toMatchObject({
      name: 'StorageUnavailableError',
      message: expect.stringMatching(/^MONGODB_URI: /),
    });
  });
});

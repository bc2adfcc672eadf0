import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Stores } from './ports/stores.ts';

/**
 * The store the configuration names: MongoDB when it has an address, else the embedded file.
 * Only the one that is used is loaded; the other's driver would cost memory for nothing.
 */
export async function openStores({
  mongodbUri,
  dataDir,
}: Pick<Config, 'mongodbUri' | 'dataDir'>): Promise<Stores> {
  if (mongodbUri) {
    const { openMongoStores } = await import('./adapters/storage/mongo/mongo-stores.ts');
    return openMongoStores({ uri: mongodbUri });
  }
  const { openSqliteStores } = await import('./adapters/storage/sqlite/sqlite-stores.ts');
  return openSqliteStores({ file: join(dataDir, 'veilleuse.db') });
}

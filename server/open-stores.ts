import { join } from 'node:path';
import { openMongoStores } from './adapters/storage/mongo/mongo-stores.ts';
import { openSqliteStores } from './adapters/storage/sqlite/sqlite-stores.ts';
import type { Config } from './config.ts';
import type { Stores } from './ports/stores.ts';

/** The store the configuration names: MongoDB when it has an address, else the embedded file. */
export async function openStores({
  mongodbUri,
  dataDir,
}: Pick<Config, 'mongodbUri' | 'dataDir'>): Promise<Stores> {
  return mongodbUri
    ? openMongoStores({ uri: mongodbUri })
    : openSqliteStores({ file: join(dataDir, 'veilleuse.db') });
}

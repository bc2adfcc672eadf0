import { test } from '@jest/globals';
import { openMongoStores } from '../../server/adapters/storage/mongo/mongo-stores.ts';
import { openSqliteStores } from '../../server/adapters/storage/sqlite/sqlite-stores.ts';
import { createMemoryStores } from '../support/store-memory.ts';
import { describeStores } from './stores.contract.ts';

describeStores('memory', async () => createMemoryStores());
describeStores('SQLite', async () => openSqliteStores({ file: ':memory:' }));

const uri = process.env.TEST_MONGODB_URI;
if (uri) {
  describeStores('MongoDB', () => openMongoStores({ uri }));
} else {
  test.skip('MongoDB: needs a server at TEST_MONGODB_URI; .ci/run starts one', () => {});
}

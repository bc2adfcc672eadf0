import type { FlowStore } from '../../../ports/flow-store.ts';
import { attempt, plain } from './attempt.ts';
import type { FlowLibraryDocument, Models } from './documents.ts';

/** Published versions of the flows in MongoDB. */
export function createMongoFlowStore({ flowLibraries }: Models): FlowStore {
  return {
    publish: (hash, content, at) =>
      attempt('publishing flows', async () => {
        await flowLibraries.updateOne(
          { _id: plain(hash) },
          { $setOnInsert: { content, at } },
          { upsert: true },
        );
      }),
    load: (hash) =>
      attempt('reading published flows', async () => {
        const found = await flowLibraries.findById(plain(hash)).lean<FlowLibraryDocument>().exec();
        return found?.content ?? null;
      }),
  };
}

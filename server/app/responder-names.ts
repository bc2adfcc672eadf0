import type { Responder } from '../domain/responder.ts';
import type { ResponderStore } from '../ports/responder-store.ts';

/** First names by id, remembered, since every screen shows them. */
export function createResponderNames(responders: Pick<ResponderStore, 'byId'>) {
  const names = new Map<string, string>();
  return {
    remember: ({ id, name }: Pick<Responder, 'id' | 'name'>) => void names.set(id, name),
    /** The name if it is remembered. */
    nameOf: (id: string): string | undefined => names.get(id),
    /** Remembers those that weren't yet. */
    async learn(ids: Iterable<string | undefined>): Promise<void> {
      for (const id of new Set(ids)) {
        if (id === undefined || names.has(id)) continue;
        const responder = await responders.byId(id);
        if (responder) names.set(id, responder.name);
      }
    },
  };
}

export type ResponderNames = ReturnType<typeof createResponderNames>;

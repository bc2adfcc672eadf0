import type { DialogContext } from '../../dialog.ts';
import { many } from '../../engine/flow.ts';
import type { Library } from '../../engine/library.ts';
import { branchesOf } from '../../engine/run-flow.ts';

type Change = Partial<DialogContext>;

const AT_HOME: DialogContext = {
  locale: 'fr',
  address: 'tu',
  siteName: 'Veilleuse',
  peopleAvailable: true,
  country: 'FR',
  now: new Date('2026-11-26T20:30:00Z'),
};

/**
 * The people and hours a library tells apart: somebody there and nobody, and each age, country,
 * hour and handling that a branch asks for, one at a time.
 */
export function walkContexts(library: Library, locale: 'fr' | 'en'): readonly DialogContext[] {
  const changes = new Map<string, Change>();
  const add = (change: Change) => changes.set(JSON.stringify(change), change);
  add({});
  add({ peopleAvailable: false, address: 'vous' });
  for (const { flow } of library.flows.values()) {
    for (const branch of Object.values(flow.steps).flatMap(branchesOf)) {
      for (const age of many(branch.age)) {
        add({ ageBand: (age === 'minor' ? '15-17' : age) as NonNullable<Change['ageBand']> });
      }
      for (const country of many(branch.country)) add({ country });
      for (const hours of many(branch.hours)) add({ hours: hours as NonNullable<Change['hours']> });
      for (const handling of many(branch.handling)) {
        add({ handling: handling as NonNullable<Change['handling']> });
      }
    }
  }
  return [...changes.values()].map((change) => ({ ...AT_HOME, locale, ...change }));
}

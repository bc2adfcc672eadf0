import { exerciseFlow, questionnaireFlow } from '../../engine/compile-flow.ts';
import type { LibraryPlaces, Spot } from '../../engine/library-places.ts';
import type { FlowKindWire } from './page-wire.ts';

/** Where a flow that is played comes from. */
export interface FlowPlace {
  readonly kind: FlowKindWire;
  readonly spot: Spot;
  /** As `npm run flow -- sign` takes it. */
  readonly signable: string;
}

/** The place of every flow, by its id; exercises and questionnaires are flows as well. */
export function flowPlaces(places: LibraryPlaces): ReadonlyMap<string, FlowPlace> {
  const found = new Map<string, FlowPlace>();
  for (const [id, spot] of places.flows) found.set(id, { kind: 'flow', spot, signable: id });
  for (const [id, spot] of places.exercises) {
    found.set(exerciseFlow(id), { kind: 'exercise', spot, signable: `exercises/${id}` });
  }
  for (const [id, spot] of places.questionnaires) {
    const signable = `questionnaires/${id}`;
    found.set(questionnaireFlow(id), { kind: 'questionnaire', spot, signable });
  }
  return found;
}

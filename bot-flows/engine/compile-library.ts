import type { Helplines } from '../helplines/helplines.ts';
import { compileExercise } from './compile-exercise.ts';
import { compileFlow } from './compile-flow.ts';
import { compileQuestionnaire } from './compile-questionnaire.ts';
import { contentHash } from './content-hash.ts';
import { fullTarget } from './flow.ts';
import type { Library } from './library.ts';
import type { LibraryContent } from './library-content.ts';
import type { LoadedFlow, RunFlow } from './run-flow.ts';

/** Makes what authors wrote ready to be said, with the helplines of today. */
export function compileLibrary(content: LibraryContent, helplines: Helplines): Library {
  const { notices, words } = content;
  const flows = compileAll(content);
  return { hash: contentHash(content), content, flows, notices, words, helplines };
}

function compileAll({ flows, exercises, questionnaires }: LibraryContent): Map<string, LoadedFlow> {
  const { everywhere } = flows;
  const urgent = urgentSignals(everywhere?.flow);
  const compiled = [
    ...Object.values(flows).map((flow) => compileFlow(flow, everywhere)),
    ...Object.values(exercises?.all ?? {}).map((one) =>
      compileExercise(one, exercises?.shared ?? NO_WORDS, urgent),
    ),
    ...(questionnaires
      ? Object.values(questionnaires.all).map((one) =>
          compileQuestionnaire(one, questionnaires.frame, urgent),
        )
      : []),
  ];
  return new Map(compiled.map((one) => [one.flow.id, one]));
}

const NO_WORDS = { fr: {}, en: {} };

/** What leads away even from an exercise or a questionnaire. */
const urgentSignals = (everywhere: RunFlow | undefined): RunFlow['on-signal'] =>
  everywhere?.['on-signal']
    ?.filter(({ only }) => only === undefined)
    .map((entry) => ({ ...entry, go: fullTarget(entry.go, everywhere.id) }));

import type { DialogContext } from '../../dialog.ts';
import { many } from '../../engine/flow.ts';
import { languageOf } from '../../engine/languages.ts';
import type { Library } from '../../engine/library.ts';
import type { RunStep } from '../../engine/run-flow.ts';
import {
  bubbleOf,
  optionWords,
  placeholdersIn,
  type StepTexts,
  wordingsOf,
} from '../../engine/texts.ts';
import { createVoice } from '../../engine/voice.ts';
import { resolveWording, variantsIn, type Wording } from '../../engine/wording.ts';
import { linesTold } from '../../helplines/lines-told.ts';
import type { BubbleWire, StepTextsWire, WordingWire } from './page-wire.ts';

/** The texts of a step in one language, each as it would be said in this setting. */
export function saidTexts(
  library: Library,
  step: RunStep,
  texts: StepTexts | undefined,
  context: DialogContext,
): Omit<StepTextsWire, 'line'> {
  const voice = createVoice(library, context);
  const values = {
    ...linesTold(library.helplines, context.country, languageOf(context.locale), context).values,
    site: context.siteName,
  };
  const names = Object.keys(texts ?? {}).filter((name) => name !== 'options' && name !== 'ask');
  const inOrder = [...new Set([...many(step.say), ...names, ...(step.ask ? ['ask'] : [])])];
  return {
    bubbles: inOrder.map((name) => bubble(name, texts, context, values)),
    card: step.show ? voice.card(many(step.show)) : null,
    options: (step.options ?? []).map((id) => {
      const option = texts?.options?.[id];
      if (option === undefined) return { id, label: '', also: [] };
      const label = voice.label(option);
      const words = new Set(optionWords(option).filter((one) => one !== label));
      return { id, label, also: [...words] };
    }),
  };
}

/** Without wordings where the author has yet to write it. */
function bubble(
  name: string,
  texts: StepTexts | undefined,
  context: DialogContext,
  values: Readonly<Record<string, string>>,
): BubbleWire {
  const written = bubbleOf(texts, name);
  const wordings = written === undefined ? [] : wordingsOf(written);
  return { name, wordings: wordings.map((one) => said(one, context, values)) };
}

function said(
  wording: Wording,
  context: DialogContext,
  values: Readonly<Record<string, string>>,
): WordingWire {
  const text = resolveWording(wording, context);
  return {
    text: text.replace(/\{([^}]*)\}/g, (whole, name: string) => values[name] ?? whole),
    depends: [...new Set(variantsIn(wording))].filter((kind) => kind !== ''),
    unsaid: placeholdersIn(text).filter((name) => values[name] === undefined),
  };
}

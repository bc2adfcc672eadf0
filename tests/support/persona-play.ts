import type { Dialog } from '../../bot-flows/dialog.ts';
import type { RiskClassifier, RiskLevel } from '../../classifiers/risk-classifier.ts';
import { SITE, setUp } from './app-under-test.ts';
import type { Mark, Persona } from './persona.ts';

/** One message and what was said to it. */
export interface Exchange {
  readonly text: string;
  readonly mark?: Mark;
  readonly replies: readonly string[];
  /** The conversation's level after it. */
  readonly level: RiskLevel;
  /** What is spoken after it; people may ask for the other. */
  readonly locale: string;
}

/** Plays a person through everything a message goes through, but the network. */
export async function playPersona(
  persona: Persona,
  { classifier, dialog }: { readonly classifier: RiskClassifier; readonly dialog: Dialog },
): Promise<readonly Exchange[]> {
  const app = setUp({
    // A busy machine must not turn a reading into half of one.
    classifier: {
      ...classifier,
      assess: (text, options) => classifier.assess(text, { ...options, budgetMs: 60_000 }),
    },
    dialog,
    site: { ...SITE, address: persona.address },
    peopleAvailable: persona.team === 'available',
  });
  const id = await app.open({ locale: persona.language, ageBand: persona.age });
  const played: Exchange[] = [];
  for (const said of persona.says) {
    const replies = await app.say(id, said.text);
    const conversation = await app.stores.conversations.load(id);
    if (!conversation) throw new Error('the conversation went away');
    played.push({ ...said, replies, level: conversation.level, locale: conversation.locale });
  }
  return played;
}

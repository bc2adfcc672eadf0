import type { DialogAnswer, DialogContext, DialogReply, Occasion } from '../dialog.ts';
import { enter, open, reply } from '../engine/converse.ts';
import type { Library } from '../engine/library.ts';

/** What a person does, as the transcripts write it. */
const TAP = /^\[(.+)\]$/;
const SIGNALS = /^(.*?)\s*\{(.+)\}$/;
const LEVEL = /^(.*?)\s*\((passive|active|imminent)\)$/;

/**
 * Plays a written conversation again and writes it down anew. Lines that begin with `> ` are
 * the person's: `[label]` taps, `{signal}` and `(level)` at the end are what the classifier saw.
 * @throws {Error} when a label isn't offered.
 */
export function replay(library: Library, script: string, context: DialogContext): string {
  const heading = script.split('\n').filter((line) => line.startsWith('#'));
  const moves = script.split('\n').filter((line) => line.startsWith('> '));
  let last: DialogReply = open(library, context);
  const out = [...heading, '', ...written(last)];
  for (const line of moves) {
    const said = line.slice(2);
    const occasion = LEVEL.exec(said)?.[2];
    last = occasion
      ? enter(library, occasion as Occasion, last.flowState, context)
      : reply(library, last.flowState, answerOf(said, last), context);
    out.push('', line, '', ...written(last));
  }
  return `${out.join('\n')}\n`;
}

/**
 * Reads `# address: vous, people: away, country: GB, age: 15-17` from a transcript's heading.
 * @param name of its file, which ends in `.fr.txt` or `.en.txt`.
 */
export function transcriptContext(name: string, script: string): DialogContext {
  const told = (key: string) => new RegExp(`^#.*\\b${key}: ([\\w-]+)`, 'm').exec(script)?.[1];
  const ageBand = told('age') as DialogContext['ageBand'];
  return {
    locale: name.split('.').at(-2) ?? 'fr',
    address: told('address') === 'vous' ? 'vous' : 'tu',
    siteName: 'Veilleuse',
    peopleAvailable: told('people') !== 'away',
    country: told('country') ?? 'FR',
    // Always the same evening, so that what is open doesn't change a transcript.
    now: new Date('2026-11-26T20:30:00Z'),
    ...(ageBand && { ageBand }),
  };
}

function answerOf(said: string, { says }: DialogReply): DialogAnswer {
  const label = TAP.exec(said)?.[1];
  if (label !== undefined) {
    const choice = says.at(-1)?.choices?.find((offered) => offered.label === label);
    if (!choice) throw new Error(`nothing offers "${label}"`);
    return { text: label, choice: choice.id };
  }
  const [, words = said, signals] = SIGNALS.exec(said) ?? [];
  return { text: words, ...(signals && { signals: signals.split(/,\s*/) }) };
}

/** What was said in reply, as lines. */
export function written({ says, raises, request }: DialogReply): readonly string[] {
  return says
    .flatMap(({ text, choices = [] }) => [
      text,
      ...(choices.length > 0 ? [`    ${choices.map(({ label }) => `[${label}]`).join(' ')}`] : []),
    ])
    .concat(raises ? [`    → raises ${raises}`] : [], request ? [`    → asks for ${request}`] : []);
}

import type { Persona } from './persona.ts';
import type { Exchange } from './persona-play.ts';

/** A played conversation to be read by people, and compared. */
export function personaTranscript(
  persona: Persona,
  played: readonly Exchange[],
  readWith: string,
): string {
  const { id, language, age, address, team, style, risk, reaction } = persona;
  const head = [
    `# ${id}: ${language}, ${age}, ${address}, team ${team}`,
    `# ${style}; ${reaction}; risk: ${risk}`,
    readWithLine(readWith),
  ];
  const body = played.flatMap(({ text, mark, replies, level }) => [
    '',
    `> ${text}${mark ? `    {${mark}}` : ''}    (${level})`,
    '',
    ...replies,
  ]);
  return `${[...head, ...body].join('\n')}\n`;
}

export const readWithLine = (readWith: string): string => `# read with ${readWith}`;

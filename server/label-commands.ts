import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readDevelopmentRows } from '../classifiers/evaluation/corpus-rows.ts';
import { knownWords } from '../classifiers/living/known-words.ts';
import type { Label } from '../classifiers/living/label.ts';
import { labelFile, readLabelFile } from '../classifiers/living/label-file.ts';
import { labelId } from '../classifiers/living/label-id.ts';
import { maskText } from '../classifiers/living/mask-text.ts';
import { exportLabels } from './app/export-labels.ts';
import type { ResponderLabel } from './domain/responder-label.ts';
import type { Stores } from './ports/stores.ts';

/**
 * Writes what responders said about levels, masked, to a file that nobody else may read.
 *
 * @returns what was done, in a line for the operator.
 * @throws {Error} when something is at `to` already: marks that people made would be lost.
 */
export async function exportLabelsTo(
  to: string,
  { labels, conversations }: Pick<Stores, 'labels' | 'conversations'>,
  root: string,
): Promise<string> {
  const file = resolve(to);
  if (existsSync(file)) throw new Error(`${to} is there already; name a new file`);
  const known = knownWords(readDevelopmentRows(join(root, 'data', 'corpus')));
  const mask = (text: string) => maskText(text, known);
  const exported = (await exportLabels({ labels, conversations, mask })).map(toLabel);
  put(file, exported);
  const conversationsOf = new Set(exported.map(({ conversation }) => conversation));
  return `${exported.length} labels of ${conversationsOf.size} conversations written to ${to}. Somebody has to go through them: strike what could be recognised, correct the level, and fill "keep" with yes or no. See docs/model/living.md.`;
}

/** Takes a conversation's labels out of a file again, as when its person takes back consent. */
export function forgetLabels(conversationId: string, file: string): string {
  const labels = readLabelFile(basename(file), readFileSync(file, 'utf8'));
  const code = labelId(conversationId);
  const left = labels.filter(({ conversation }) => conversation !== code);
  if (left.length < labels.length) put(resolve(file), left);
  return `${labels.length - left.length} labels of this conversation taken out of ${file}. Candidates trained with them have to be made anew.`;
}

function put(file: string, labels: readonly Label[]): void {
  const aside = `${file}.part-${process.pid}`;
  try {
    writeFileSync(aside, labelFile(labels), { mode: 0o600, flag: 'wx', flush: true });
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

function toLabel({ conversationId, seq, assessment, at, ...said }: ResponderLabel): Label {
  return {
    keep: null,
    level: said.level,
    signals: null,
    lang: assessment.language,
    text: said.text,
    context: said.context,
    reason: said.reason,
    read: assessment.level,
    source: 'level-lowered',
    assessor: assessment.assessor,
    month: at.toISOString().slice(0, 7),
    conversation: labelId(conversationId),
    id: labelId(conversationId, seq),
  };
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkCorpus, checkLines } from '../../../../classifiers/corpus/check-corpus.ts';
import { linesOf } from '../../../../classifiers/corpus/corpus-lines.ts';
import { readRubric } from '../../../../classifiers/corpus/rubric.ts';

const CORPUS = join('data', 'corpus');
const rubric = readRubric(CORPUS);
const problemsOf = (...rows: string[]) =>
  checkLines(linesOf('40-new.tsv', `${rows.join('\n')}\n`), rubric).map(
    ({ line, what }) => `${line} ${what}`,
  );

describe('the corpus that ships', () => {
  test('has nothing wrong in it, and a card that tells its counts as they are', () => {
    expect(checkCorpus(CORPUS)).toEqual([]);
  });
});

describe('the frozen split and the card', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const copyWith = (file: string, change: (content: string) => string) => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    cpSync(CORPUS, folder, { recursive: true });
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return checkCorpus(folder).map(({ file: where, what }) => `${where} ${what}`);
  };

  test('miss a frozen row that was taken out of the corpus', () => {
    const found = copyWith('12-disguised.tsv', (content) => `${content.split('\n')[0]}\n`);
    expect(found.filter((one) => one.includes('the frozen row')).length).toBe(50);
  });

  test('notice a split that was drawn again', () => {
    const found = copyWith('test-split.json', (content) =>
      content.replace('"version": 1', '"version": 2'),
    );
    expect(found).toContainEqual(expect.stringContaining('is not the one that was frozen'));
  });

  test('notice rows that the card does not count', () => {
    const found = copyWith(
      '33-none-hard.tsv',
      (content) => `${content}fr\tnone\t\tsmall-talk\tune ligne de plus, jamais vue\n`,
    );
    expect(found).toEqual([expect.stringContaining('npm run corpus -- card')]);
  });
});

describe('a row', () => {
  test('that is whole passes, with or without a context', () => {
    expect(
      problemsOf(
        'fr\tdistress\tgrief,isolation\tstatement\tDepuis qu’il est parti, la maison est trop grande.',
        'en\tnone\t\tnegation\tbot: Are you thinking of suicide? ⏎ person: why\tno, not at all',
      ),
    ).toEqual([]);
  });

  test.each([
    ['fr\tnone\t\tstatement', '4 columns'],
    ['de\tnone\t\tstatement\tGuten Abend', 'the language is "de"'],
    ['fr\thigh\t\tstatement\tbonsoir', 'no level "high"'],
    ['fr\tnone\tsadness\tstatement\tbonsoir', 'no signal "sadness"'],
    ['fr\tdistress\tgrief,grief\tstatement\tbonsoir', 'named twice'],
    ['fr\tnone\t\tremark\tbonsoir', 'no kind "remark"'],
    ['fr\tnone\t\tstatement\t ', 'there is no text'],
    ['fr\tnone\t\tstatement\tbonsoir ', 'begins or ends with a space'],
    ['fr\tnone\t\tstatement\tbon\u0007soir', 'that nobody sees'],
    ['fr\tnone\t\tstatement\tça va ?\toui', 'a turn of the context'],
  ])('is refused for what is wrong with it: %j', (row, what) => {
    expect(problemsOf(row)).toEqual([expect.stringContaining(what)]);
  });

  test.each([
    'j’ai pris 40 mg ce soir',
    'I took 30 tablets an hour ago',
    'une vingtaine de doliprane',
    'twelve hundred, then sertraline forty',
    'voir https://exemple.fr/page',
    'find me on example.org tonight',
    'écris-moi à lea@exemple.invalid',
    'appelle le 06 12 34 56 78',
    'my number is +44 7700 900123',
  ])('never holds a dose or a way to a person: %s', (text) => {
    expect(problemsOf(`fr\tnone\t\tstatement\t${text}`)).toHaveLength(1);
  });

  test.each([
    'Achille est né avec 980 grammes, il en fait 3000 maintenant',
    'sertraline for 3 weeks now, still nothing',
    'bio changed to 2 2009-2025',
    'le 3114 m’a répondu tout de suite',
    'on est le 12 11 2025',
    'j’ai tué mon héroïne page 300',
  ])('may tell ordinary numbers: %s', (text) => {
    expect(problemsOf(`fr\tnone\t\tstatement\t${text}`)).toEqual([]);
  });
});

describe('rows beside each other', () => {
  test('are refused when one message has two levels, whatever its accents and points', () => {
    expect(
      problemsOf('fr\tnone\t\tquestion\tÇa va aller ?', 'fr\tdistress\t\tquestion\tca va aller'),
    ).toEqual(['2 says the same as line 1', expect.stringContaining('which has the level "none"')]);
  });

  test('may say the same after different questions, or with different emoji', () => {
    expect(
      problemsOf(
        'fr\tactive\tsuicidal-thoughts\tstatement\tbot: Tu penses au suicide ?\toui',
        'fr\tnone\t\tstatement\tbot: Tu aimes le thé ?\toui',
        'fr\tnone\t\temoji\tbot: Un emoji ?\t🥳',
        'fr\tdistress\t\temoji\tbot: Un emoji ?\t🫠😭',
      ),
    ).toEqual([]);
  });
});

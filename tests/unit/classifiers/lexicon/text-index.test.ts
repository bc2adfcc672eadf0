import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { anyOf } from '../../../../classifiers/lexicon/compile-pattern.ts';
import { exampleTurns } from '../../../../classifiers/lexicon/compile-rules.ts';
import { loadRuleSet } from '../../../../classifiers/lexicon/load-lexicon.ts';
import { requiredText } from '../../../../classifiers/lexicon/required-text.ts';
import { textIndex } from '../../../../classifiers/lexicon/text-index.ts';
import { LEXICON_FOLDER, shippedRuleFile } from '../../../support/classifier-lexicon.ts';

describe('requiredText', () => {
  test.each([
    ['i want to die', ['i want to die']],
    ['i (?:want|wish) (?:really )?to die', ['to die']],
    ['(?:kill|hang) myself', ['myself']],
    ['(?:suicidal|dead)', ['suicidal', 'dead']],
    ['suicidaires?', ['suicidaire']],
    ['(?:die)?', null],
    ['(?:die|[abc])', null],
    ['die(?! of)', ['die']],
  ])('of %s is %j', (source, pieces) => {
    const found = requiredText(source);
    expect(found && [...found]).toEqual(pieces);
  });
});

describe('textIndex', () => {
  test('finds the owners of every piece a text holds', () => {
    const index = textIndex([new Set(['die', 'dead']), null, new Set(['rope'])]);
    expect(index.ownersIn(' i am dead tired ')).toEqual([0, 1]);
    expect(index.ownersIn(' a rope to die ')).toEqual([0, 1, 2]);
  });

  test('agrees with looking for each piece in turn at the start of words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 20 }),
        (pieces, words) => {
          const text = ` ${words.trim()} `;
          const found = textIndex(pieces.map((own) => new Set(own))).ownersIn(text);
          const wanted = pieces.flatMap((own, at) =>
            own.some((p) => text.includes(` ${p}`)) ? [at] : [],
          );
          expect(found).toEqual(wanted);
        },
      ),
    );
  });

  test.each(['fr', 'en'] as const)('never hides a %s rule that would match', (language) => {
    const yaml = readFileSync(join(LEXICON_FOLDER, `${language}.yaml`), 'utf8');
    const set = loadRuleSet(language, yaml);
    const { rules, idioms } = shippedRuleFile(language);
    const texts = [
      ...rules.flatMap(({ fires, spares }) => [...fires, ...spares]),
      ...idioms.map(({ spares }) => spares),
    ];
    for (const text of texts) {
      for (const form of set.forms(exampleTurns(text).text)) {
        const offered = new Set(set.index.ownersIn(form));
        set.patterns.forEach(({ match }, at) => {
          if (form.search(match) >= 0) expect(offered).toContain(at);
        });
      }
    }
  });

  test('an expression of several keeps each tied to its own ends', () => {
    const either = anyOf(['^no$', 'yes please']);
    expect(
      [' no ', ' no thanks ', ' well yes please then '].map((t) => t.search(either) >= 0),
    ).toEqual([true, false, true]);
  });
});

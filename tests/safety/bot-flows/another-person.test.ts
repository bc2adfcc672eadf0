import { describe, expect, test } from '@jest/globals';
import type { DialogReply } from '../../../bot-flows/dialog.ts';
import { open, reply } from '../../../bot-flows/engine/converse.ts';
import { isOnlyOfAnother } from '../../../server/domain/own-words.ts';
import { aContext, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
const answerTo = (text: string, locale: 'fr' | 'en', signals: readonly string[] = []) => {
  const context = aContext({ locale });
  const shown = [...signals, ...(isOnlyOfAnother(text) ? ['only-of-another'] : [])];
  return textOf(
    reply(library, open(library, context).flowState, { text, signals: shown }, context),
  );
};

describe('danger of another person is met, whether or not the model has seen it', () => {
  test.each([
    ['ma coloc a pris une boîte entière de somnifères', 'fr'],
    ['le voisin a avalé des trucs et il ne se réveille pas', 'fr'],
    ['mon père est parti dans les bois avec une corde', 'fr'],
    ['my flatmate has locked herself in the bathroom with a blade', 'en'],
    ['my neighbour swallowed a load of pills and wont wake up', 'en'],
    ['somebody at the party is unconscious, she took something', 'en'],
  ] as const)('now: “%s”', (text, locale) => {
    expect(answerTo(text, locale)).toMatch(/15 (?:ou le|or) 112/);
  });
  test.each([
    ['un collègue a dit qu’il ne serait plus là lundi', 'fr'],
    ['mon fils parle de mort tout le temps', 'fr'],
    ['une copine poste des messages d’adieu', 'fr'],
    ['a guy at work said he won’t be around next week', 'en'],
    ['my husband took the shotgun', 'en'],
  ] as const)('worrying: “%s”', (text, locale) => {
    expect(answerTo(text, locale)).toContain('3114');
    expect(answerTo(text, locale)).toMatch(/en danger maintenant|in danger right now/);
  });
  test.each([
    ['ma mère menace de faire quelque chose', 'fr', 'other-imminent', '15 ou le 112'],
    ['my mum is threatening something', 'en', 'other-imminent', '15 or 112'],
    ['mon cousin envoie des choses bizarres', 'fr', 'other-at-risk', '3114'],
    ['my cousin keeps sending strange things', 'en', 'other-at-risk', '3114'],
  ] as const)('seen by the model: “%s”', (text, locale, signal, number) => {
    expect(answerTo(text, locale, [signal])).toContain(number);
  });
});

describe('people who are spoken of without danger', () => {
  test.each([
    ['ma mère est sur la voie de la guérison', 'fr'],
    ['mon pote est mort de rire à chaque fois', 'fr'],
    ['le voisin saigne du nez', 'fr'],
    ['mon fils saute partout sur le canapé', 'fr'],
    ['my brother did something stupid at school', 'en'],
    ['she swallowed her pride', 'en'],
    ['my kid keeps jumping off the sofa', 'en'],
  ] as const)('“%s”', (text, locale) => {
    expect(answerTo(text, locale)).not.toMatch(/\b(?:15|112|3114)\b|suicid/i);
  });
  test.each([
    ['mon oncle s’est suicidé l’an dernier', 'fr'],
    ['my sister took an overdose two years ago and died', 'en'],
  ] as const)('who died by suicide are mourned: “%s”', (text, locale) => {
    const said = answerTo(text, locale, ['bereaved-by-suicide', 'grief']);
    expect(said).not.toMatch(/\b15\b/);
    expect(said).toContain('3114');
  });
  test.each([
    ['mon papa il tape maman', 'fr'],
    ['my stepdad hits my mum', 'en'],
  ] as const)('who are hit at home are no question of suicide: “%s”', (text, locale) => {
    expect(answerTo(text, locale, ['other-at-risk'])).toMatch(/\b17\b/);
  });
});

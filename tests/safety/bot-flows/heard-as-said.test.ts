import { describe, expect, test } from '@jest/globals';
import type { DialogAnswer, DialogReply, Occasion } from '../../../bot-flows/dialog.ts';
import { enter, open, reply } from '../../../bot-flows/engine/converse.ts';
import { aContext, realLibrary } from '../../support/flow-library.ts';

const library = realLibrary();
const textOf = ({ says }: DialogReply) => says.map(({ text }) => text).join('\n');
type Locale = 'fr' | 'en';
const inVous = (locale: Locale) => aContext({ locale, address: 'vous' });
const say = (from: DialogReply, text: string, locale: Locale, signals: readonly string[] = []) =>
  reply(library, from.flowState, { text, signals }, inVous(locale));
const shown = (
  from: DialogReply,
  answer: DialogAnswer,
  occasion: Occasion,
  locale: Locale,
): DialogReply => enter(library, occasion, from.flowState, inVous(locale), answer);
const begun = (locale: Locale) => open(library, inVous(locale));
/** Somebody in danger now, who has been told the number and asked whether they can call. */
const inDanger = (locale: Locale) =>
  shown(
    begun(locale),
    { text: '…', signals: ['rule-imminent', 'means-at-hand'] },
    'imminent',
    locale,
  );
const OUT_OF_DANGER =
  /hors de danger|à l’abri|plus sûr|en sécurité|out of danger|you’re safe|safer|safe for now/i;

describe('in danger, who says that another calls isn’t told to call', () => {
  test.each([
    ['fr', 'ma soeur appelle le 15'],
    ['fr', 'mon copain les appelle'],
    ['en', 'my sister is calling 911'],
    ['en', 'my roommate called an ambulance'],
  ] as const)('%s “%s”', (locale, text) => {
    const called = say(inDanger(locale), text, locale);
    expect(textOf(called)).toMatch(/On appelle pour vous|They’re calling for you/);
    const next = textOf(say(called, locale === 'fr' ? 'ça fait longtemps' : 'ages', locale));
    expect(next).not.toMatch(/Appelez le|^Call /m);
    expect(next).toMatch(/aide est demandée|Help has been asked/);
  });
});

describe('in danger, nobody is called safe who hasn’t said so', () => {
  test.each([
    ['en', ['im at home', 'in my room', 'ok', 'i dont want an ambulance']],
    ['en', ['no one', 'i’m in bed', 'i’m sixteen', 'don’t send anyone']],
    ['fr', ['je suis chez moi', 'dans ma chambre', 'ok', 'je veux pas d’ambulance']],
    ['fr', ['personne', 'j’ai 16 ans', 'je sais pas', 'pas les pompiers']],
  ] as const)('%s %j', (locale, messages) => {
    let at = inDanger(locale);
    for (const text of messages) {
      at = say(at, text, locale);
      expect(textOf(at).replace(/.*\?/g, '')).not.toMatch(OUT_OF_DANGER);
      expect(textOf(at)).not.toMatch(/(?:pensez-vous|thinking) (?:au|about) suicid/);
    }
  });

  test.each([
    ['en', 'i dont want an ambulance', /I hear it/],
    ['fr', 'je veux pas d’ambulance', /je l’entends/],
    ['en', 'ok ill put them in the hall', /protecting yourself/],
    ['fr', 'bon je vais les mettre dans le couloir', /qui vous protégez/],
    ['en', 'my sister is downstairs', /close by/],
    ['fr', 'ma mère est en bas', /tout près/],
    ['en', 'ok im going to tell her', /go now/],
    ['fr', 'je vais lui dire', /allez-y/],
    ['en', 'she’s here with me', /beside you/],
    ['fr', 'elle est avec moi', /près de vous/],
  ] as const)('%s: a step towards safety, “%s”, is met as one', (locale, text, met) => {
    expect(textOf(say(inDanger(locale), text, locale))).toMatch(met);
  });

  test.each([
    ['en', 'she’s here with me', 'she has the pills now', /reach|distance/],
    ['fr', 'elle est avec moi', 'elle les a pris', /distance/],
  ] as const)('%s: with somebody there, the next step is met too', (locale, first, then, met) => {
    expect(textOf(say(say(inDanger(locale), first, locale), then, locale))).toMatch(met);
  });
});

describe('help that somebody else calls for', () => {
  test.each([
    [
      'en',
      'she’s here now, she’s calling an ambulance',
      'i’m sorry',
      /calling for you/,
      /open the door/i,
    ],
    ['fr', 'elle est là, elle appelle le 15', 'pardon', /appelle pour vous/, /ouvrez la porte/i],
  ] as const)('%s: is waited for with them', (locale, call, then, met, deaf) => {
    const called = say(inDanger(locale), call, locale);
    expect(textOf(called)).toMatch(met);
    expect(textOf(say(called, then, locale))).not.toMatch(deaf);
  });
});

describe('a plain no that comes before any question is the answer', () => {
  test.each([
    ['fr', 'non pas de suicide non, juste plus envie de rien', 'je vous crois'],
    ['en', 'no i’m not suicidal, just tired of it all', 'I believe you'],
  ] as const)('%s: “%s”', (locale, text, met) => {
    const heard = say(begun(locale), text, locale);
    expect(textOf(heard)).toContain(met);
    expect(textOf(heard)).not.toMatch(/suicid[^.?]*\?/);
    const next = say(heard, locale === 'fr' ? 'mon mari est parti' : 'my husband left', locale);
    expect(textOf(next)).not.toMatch(/suicid/);
  });

  test.each([
    [
      'fr',
      'jpense pas a me tuer mais jaimerais dormir longtemps genre tres longtemps',
      /les? deux/i,
    ],
    ['en', 'i’m not gonna kill myself but i wish i could sleep for a very long time', /both/i],
  ] as const)('%s: and a wish beside it is heard as well, “%s”', (locale, text, both) => {
    expect(textOf(say(begun(locale), text, locale))).toMatch(both);
    expect(
      textOf(shown(begun(locale), { text, signals: ['rule-none'] }, 'active', locale)),
    ).toMatch(both);
  });
});

describe('rest is no wish to die until the person says so', () => {
  test.each([
    ['fr', 'j’en peux plus', ['j’aimerais dormir', 'un peu de repos', 'dormir']],
    ['en', 'i cant do this anymore', ['i just want to sleep', 'some rest', 'a break']],
  ] as const)('%s', (locale, dark, wishes) => {
    const asked = say(begun(locale), dark, locale);
    expect(textOf(asked)).toMatch(/suicid/);
    for (const text of wishes) {
      const answer = { text, signals: ['wish-to-be-dead', 'rule-none'] };
      const said = textOf(shown(asked, answer, 'passive', locale));
      expect(said).toMatch(/\?/);
      expect(said).not.toMatch(/vous l’écrivez clairement|you’re writing it clearly/);
    }
  });
});

describe('who asks what is kept secret, or whom to tell, is answered', () => {
  test.each([
    ['fr', 'c secret ce que jdis ?', 'reste sur la machine'],
    ['fr', 'ça reste entre nous ?', 'reste sur la machine'],
    ['fr', 't’enregistres ?', 'reste sur la machine'],
    ['fr', 'à qui je peux en parler au travail ?', 'médecin du travail'],
    ['en', 'is this anonymous', 'stays on'],
    ['en', 'who sees this', 'stays on'],
    ['en', 'does this stay between us?', 'stays on'],
    ['en', 'who could i talk to at work?', 'occupational health'],
    ['en', 'who could i talk to about this?', 'your doctor'],
  ] as const)('%s: “%s”', (locale, text, said) => {
    const before = say(
      begun(locale),
      locale === 'fr' ? 'le travail m’use' : 'work wears me out',
      locale,
    );
    expect(textOf(say(before, text, locale))).toContain(said);
  });
});

describe('who called help for another', () => {
  test.each([
    [
      'en',
      'my friend sent me a goodbye message',
      ['ok im calling 999', 'they’re sending someone'],
      'what if it’s my fault',
      'isn’t your fault',
    ],
    [
      'fr',
      'ma pote m’a envoyé un message d’adieu',
      ['ok j’appelle le 15', 'ils envoient quelqu’un'],
      'et si c’est ma faute',
      'pas votre faute',
    ],
  ] as const)(
    '%s: isn’t asked about themselves for their guilt',
    (locale, first, calls, guilt, met) => {
      let at = say(begun(locale), first, locale, ['other-imminent', 'only-of-another']);
      for (const text of calls) at = say(at, text, locale);
      const said = textOf(shown(at, { text: guilt, signals: ['rule-none'] }, 'active', locale));
      expect(said).toContain(met);
      expect(said).not.toMatch(/thinking about suicide|pensez au suicide/);
    },
  );
});

describe('ordinary talk', () => {
  test.each([
    ['fr', 'mdr mon prof de maths m’a tué aujourd’hui', /pression|suicide/],
    ['en', 'lol my maths teacher killed me today', /pressure|suicide/],
  ] as const)('%s: “%s” makes no subject of it', (locale, text, heavy) => {
    expect(textOf(say(begun(locale), text, locale))).not.toMatch(heavy);
  });

  test.each([
    ['fr', 'bon jme casse ciao'],
    ['en', 'ok bye then'],
  ] as const)('%s: “%s” is a goodbye, even when the model is in doubt', (locale, text) => {
    const said = shown(begun(locale), { text, signals: ['rule-none'] }, 'passive', locale);
    expect(said.request).toBe('end');
  });
});

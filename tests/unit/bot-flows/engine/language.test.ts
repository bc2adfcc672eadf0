import { describe, expect, test } from '@jest/globals';
import { askedLanguage } from '../../../../bot-flows/engine/asked-language.ts';
import { enter, open, reply } from '../../../../bot-flows/engine/converse.ts';
import { loadFlows } from '../../../../bot-flows/engine/load-flows.ts';
import { SMALL_DIR } from '../../../support/flow-folder.ts';
import { aContext, realHelplines } from '../../../support/flow-library.ts';

const library = loadFlows(SMALL_DIR, realHelplines());
const french = aContext({ languages: ['fr', 'en'] });
const english = { ...french, locale: 'en' };

describe('somebody who asks for the other language', () => {
  test('is answered in it at once, without losing their place', () => {
    const asked = reply(library, open(library, french).flowState, { text: 'essai' }, french);
    const switched = reply(library, asked.flowState, { text: 'in english please' }, french);
    expect(switched.language).toBe('en');
    expect(switched.says[0]?.text).toBe('I read French and English.');
    expect(switched.says.at(-1)?.text).toBe('What else, about that?');
    expect(switched.says.at(-1)?.choices?.[0]).toEqual({ id: 'more', label: 'Say more' });
    const onward = reply(library, switched.flowState, { text: 'more' }, english);
    expect(onward.says.at(-1)?.text).toBe('Shall we go on with that?');
    expect(onward.language).toBeUndefined();
  });
  test('in the middle of danger sees the question in their language, and its answers', () => {
    const asked = enter(library, 'passive', null, french);
    const switched = reply(library, asked.flowState, { text: 'in english please' }, french);
    expect(switched.says.at(-1)).toMatchObject({
      text: 'Is suicide on your mind?',
      choices: [{ label: 'Yes' }, { label: 'No' }, { label: 'I don’t know' }],
    });
    expect(reply(library, switched.flowState, { text: 'yes' }, english).raises).toBe('active');
  });
  test('stays in the site’s language where it speaks only one', () => {
    const alone = aContext({ languages: ['fr'] });
    const asked = reply(
      library,
      open(library, alone).flowState,
      { text: 'in english please' },
      alone,
    );
    expect(asked.language).toBeUndefined();
    expect(asked.says[0]?.text).toContain('Je lis le français');
  });
  test.each([
    ['fr', 'english please', 'en'],
    ['fr', 'je parle pas français', 'en'],
    ['fr', 'tu parles anglais ?', 'en'],
    ['fr', 'changer de langue', 'en'],
    ['fr', 'en français s’il te plaît', 'fr'],
    ['en', 'i don’t speak english', 'fr'],
    ['en', 'switch to french', 'fr'],
    ['en', 'en français', 'fr'],
    ['en', 'change language', 'fr'],
  ] as const)('(in %s) “%s” asks for %s', (spoken, text, asked) => {
    expect(askedLanguage(text, spoken)).toBe(asked);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type AuthorPage, startAuthorPage } from '../support/author-page.ts';
import { aBrowser, screenshot, withoutBarriers } from '../support/browser.ts';
import { aFlowFolder, type FlowFolder } from '../support/flow-folder.ts';
import { FLOWS_DIR } from '../support/flow-library.ts';

const WORDS = {
  fr: {
    locale: 'fr-FR',
    title: 'Page d’auteur',
    live: 'À jour avec les fichiers',
    step: /Étape/,
    list: 'Liste',
    map: 'Carte',
    tap: 'Ce qui peut aider',
    said: 'Rien à réussir, dans un deuil.',
    write: 'Écrire comme la personne',
    send: 'Envoyer',
    level: 'imminent',
    danger: 'je vais le faire',
    safety: /Appelle|Appeler|15|112/,
    undo: 'Reprendre le dernier tour',
    sign: 'npm run flow -- sign grief --role clinician',
  },
  en: {
    locale: 'en-GB',
    title: 'Author’s page',
    live: 'In step with the files',
    step: /Step/,
    list: 'List',
    map: 'Map',
    tap: 'What can help',
    said: 'There’s nothing to get right in grief.',
    write: 'Write as the person',
    send: 'Send',
    level: 'imminent',
    danger: 'I am going to do it',
    safety: /Call|15|112/,
    undo: 'Take back the last turn',
    sign: 'npm run flow -- sign grief --role clinician',
  },
} as const;

let folder: FlowFolder;
let served: AuthorPage;
let browser: Browser;
beforeAll(async () => {
  folder = aFlowFolder(FLOWS_DIR);
  [served, browser] = await Promise.all([startAuthorPage(folder.dir), aBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
  folder?.remove();
});

async function open(
  locale: string,
  address = '#grief',
  viewport = { width: 1440, height: 900 },
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(served.url)) problems.push(`asked ${request.url()}`);
  });
  await page.goto(served.url + address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, problems };
}

const stepNamed = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2 }).filter({ hasText: name });

describe('the author’s page', () => {
  test.each(['fr', 'en'] as const)('shows, plays and follows, in %s', async (language) => {
    const words = WORDS[language];
    const { page, problems } = await open(words.locale);
    expect(await page.title()).toContain(words.title);
    await page.getByText(words.live).waitFor();
    await stepNamed(page, 'named').waitFor();
    // Both languages side by side, and what is still to sign.
    await page.getByText('Quelqu’un est mort').filter({ visible: true }).first().waitFor();
    await page.getByText('Someone has died').filter({ visible: true }).first().waitFor();
    await page.getByText(words.sign).waitFor();
    await screenshot(page, `author-${language}-1`);
    await withoutBarriers(page, `${language} map`);

    const log = page.getByRole('log');
    await log.getByRole('button', { name: words.tap }).click();
    await log.getByText(words.said).waitFor();
    await stepNamed(page, 'help').waitFor();
    const current = page.locator('svg a[aria-current=step]');
    expect(await current.getAttribute('aria-label')).toMatch(/^help\./);

    await page.getByLabel(words.write).fill(words.danger);
    await page.getByRole('radio', { name: words.level }).check();
    await page.getByRole('button', { name: words.send, exact: true }).click();
    await log.getByText(words.danger).waitFor();
    await log.getByText(words.safety).first().waitFor();
    await page.getByRole('heading', { level: 1, name: 'ask-directly' }).waitFor();
    await screenshot(page, `author-${language}-2-danger`);
    await withoutBarriers(page, `${language} danger`);
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByRole('heading', { level: 1, name: 'grief' }).waitFor();
    await log.getByText(words.danger).waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('says the same in a list, and leads everywhere by the keyboard', async () => {
    const { page } = await open('fr-FR');
    const link = page.locator('svg a[aria-label^="deeper"]');
    await link.focus();
    await page.keyboard.press('Enter');
    await stepNamed(page, 'deeper').waitFor();
    expect(page.url()).toContain('#grief/deeper');
    await page.goBack();
    await stepNamed(page, 'named').waitFor();

    await page.getByRole('button', { name: WORDS.fr.list, exact: true }).click();
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: /^people/ }) });
    await row.getByRole('link', { name: 'everywhere.person' }).waitFor();
    await withoutBarriers(page, 'list');
    await row.getByRole('link', { name: 'people' }).focus();
    await page.keyboard.press('Enter');
    await stepNamed(page, 'people').waitFor();
    await page.context().close();
  });

  test('says it to whom, and when, it is set', async () => {
    const { page } = await open('fr-FR', '#grief/people');
    const step = page.getByRole('region', { name: /Étape/ });
    const log = page.getByRole('log');
    await step.getByText('peut t’écouter ici').waitFor();
    await page.locator('select[name=address]').selectOption('vous');
    await step.getByText('peut vous écouter ici').waitFor();
    await log.getByText('Qu’est-ce que vous voudriez dire').waitFor();
    await page.locator('select[name=people]').selectOption('away');
    await step.getByText('Ici, vous pouvez laisser une demande').waitFor();
    await page.context().close();
  });

  test('follows the files as they are saved, and keeps what it shows when one can’t be read', async () => {
    const { page, problems } = await open('fr-FR', '#grief/further');
    const step = page.getByRole('region', { name: /Étape/ });
    const text = 'Avec qui peut-on prononcer son nom';
    await step.getByText(text).waitFor();
    folder.change('grief/fr.yaml', text, 'Courage, avec qui peut-on parler');
    await step.getByText('avec qui peut-on parler').first().waitFor();
    await step.getByText('cheering', { exact: true }).waitFor();
    await page.getByRole('region', { name: 'À reprendre' }).getByText('grief/fr.yaml').waitFor();
    await screenshot(page, 'author-finding');
    await withoutBarriers(page, 'finding');

    folder.change('grief/fr.yaml', 'named:', 'named: [');
    await page.getByRole('alert').filter({ hasText: 'dernière version lisible' }).waitFor();
    await step.getByText('avec qui peut-on parler').first().waitFor();
    await page.getByText('malformed-yaml').first().waitFor();
    await screenshot(page, 'author-unreadable');
    await withoutBarriers(page, 'unreadable');

    folder.change('grief/fr.yaml', 'named: [', 'named:');
    folder.change('grief/fr.yaml', 'Courage, avec qui peut-on parler', text);
    await step.getByText(text).waitFor();
    await page.getByText('Rien à reprendre.').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('fits a phone, with nothing to be scrolled sideways', async () => {
    const { page, problems } = await open('fr-FR', '#grief', { width: 390, height: 800 });
    await screenshot(page, 'author-phone');
    await withoutBarriers(page, 'phone');
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    await page.getByRole('navigation').getByRole('button', { name: 'Essai' }).click();
    await page.getByRole('log').getByRole('button', { name: 'En parler' }).click();
    await screenshot(page, 'author-phone-talk');
    await page.getByRole('button', { name: 'Carte', exact: true }).last().click();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('says so when it hears nothing any more', async () => {
    const { page } = await open('en-GB');
    await page.getByText(WORDS.en.live).waitFor();
    await served.stop();
    await page.getByText(/hears nothing any more/).waitFor();
    await page.context().close();
  });
});

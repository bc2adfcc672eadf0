import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { aBrowser, screenshot, withoutBarriers } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { aDataFolder, type RunningVeilleuse, startVeilleuse } from '../support/running-server.ts';

/** What the same story says in each language. */
const STORIES = {
  fr: {
    locale: 'fr-FR',
    demo: '/demo?lang=fr',
    launch: 'Parler maintenant',
    write: /^(Écris|Écrivez) ici$/,
    send: 'Envoyer',
    hello: 'bonsoir, j’ai eu une journée difficile',
    danger: 'je veux mourir, je vais me tuer ce soir',
    safety: /15|112/,
    program: 'Programme',
    withPerson: 'Camille',
    claim: 'Prendre ce cas',
    level: 'imminent',
    reply: 'Ta réponse',
    words: 'Bonsoir, je suis Camille. Je suis là et je lis ce que vous écrivez.',
    answer: 'merci, je suis avec ma sœur maintenant',
    lower: 'Baisser le niveau',
    lowerSubmit: 'Baisser',
    reason: 'Raison',
    why: 'Avec sa sœur, hors de danger ce soir',
    close: 'Fermer',
    closeSubmit: 'Fermer la conversation',
    closed: /terminé/,
  },
  en: {
    locale: 'en-GB',
    demo: '/demo?lang=en',
    launch: 'Talk now',
    write: /^Write here$/,
    send: 'Send',
    hello: 'hi, I had a hard day',
    danger: 'I want to die, I am going to kill myself tonight',
    safety: /15|112/,
    program: 'Program',
    withPerson: 'Camille',
    claim: /^(Take|Claim) this case$/,
    level: 'imminent',
    reply: 'Your reply',
    words: 'Good evening, I am Camille. I am here and I read what you write.',
    answer: 'thank you, I am with my sister now',
    lower: 'Lower the level',
    lowerSubmit: 'Lower',
    reason: 'Reason',
    why: 'With her sister, out of danger tonight',
    close: 'Close',
    closeSubmit: /^(Close|End) the conversation$/,
    closed: /ended|over|finished|closed/,
  },
} as const;

const folder = aDataFolder();
let server: RunningVeilleuse;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startVeilleuse({ DATA_DIR: folder.dir }), aBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

async function aPage(
  locale: string,
  viewport = { width: 1280, height: 800 },
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  // Nothing may be fetched from anybody else, ever.
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      problems.push(`asked ${request.url()}`);
  });
  return { page, problems };
}

describe('one conversation, from the demo page to the console and back', () => {
  test('the one-time link makes the first account', async () => {
    const { page, problems } = await aPage('fr-FR');
    await page.goto(server.setUpLink);
    await screenshot(page, 'setup');
    await withoutBarriers(page, 'setup');
    await page.getByLabel('Prénom').fill('Camille');
    await page.getByLabel('Adresse e-mail').fill('camille@example.org');
    await page.locator('input[name=password]').fill('une longue phrase de passe');
    expect(page.url()).not.toContain('#');
    await page.keyboard.press('Enter');
    // Right after it, the helplines: whoever sets the service up goes through those past their date.
    await page.getByLabel('09 72 39 40 50').check();
    await page.getByRole('button', { name: 'C’est encore juste (1)' }).click();
    await page.getByText('C’est gardé.').waitFor();
    await screenshot(page, 'setup-helplines');
    await withoutBarriers(page, 'setup-helplines');
    await page.getByRole('link', { name: 'Plus tard, aller à la console' }).click();
    await page.waitForURL('**/console');
    await page.getByText('Aucun cas ouvert.').waitFor();
    await screenshot(page, 'console-empty');
    await page.context().storageState({ path: `${folder.dir}/session.json` });
    expect(problems.filter((one) => !one.includes('401'))).toEqual([]);
  });

  test.each(['fr', 'en'] as const)('in %s', async (language) => {
    const story = STORIES[language];
    const person = await aPage(story.locale, { width: 390, height: 800 });
    const { page } = person;
    await page.goto(server.url + story.demo);
    await screenshot(page, `${language}-1-demo`);
    await page.getByRole('button', { name: story.launch }).click();
    const log = page.getByRole('log');
    await log.getByText(story.program).first().waitFor();
    await screenshot(page, `${language}-2-welcome`);
    await withoutBarriers(page, `${language} welcome`);
    // The numbers are there before anything is written.
    expect(await page.locator('a[href^="tel:"]').filter({ visible: true }).count()).toBeGreaterThan(
      0,
    );

    const write = page.getByRole('textbox', { name: story.write });
    const say = async (text: string) => {
      await write.fill(text);
      await page.getByRole('button', { name: story.send, exact: true }).click();
      await log.getByText(text).waitFor();
    };
    const bubbles = () => log.getByText(story.program, { exact: true }).count();
    const before = await bubbles();
    await say(story.hello);
    await eventually('an answer', async () => (await bubbles()) > before);
    await screenshot(page, `${language}-3-flow`);

    // The console is open beside it.
    const desk = await browser.newContext({
      locale: story.locale,
      viewport: { width: 1280, height: 800 },
      storageState: `${folder.dir}/session.json`,
      reducedMotion: 'reduce',
    });
    const consolePage = await desk.newPage();
    await consolePage.goto(`${server.url}/console`);

    await say(story.danger);
    const written = Date.now();
    await log.getByText(story.safety).first().waitFor();
    await consolePage.locator('button.case-imminent').waitFor({ timeout: 5000 });
    expect(Date.now() - written).toBeLessThan(5000);
    await screenshot(page, `${language}-4-safety`);
    await screenshot(consolePage, `${language}-5-queue`);

    await consolePage.locator('button.case-imminent').click();
    await consolePage.getByText(story.danger).waitFor();
    await withoutBarriers(consolePage, `${language} console`);
    await consolePage.getByRole('button', { name: story.claim }).last().click();
    await page.getByText(story.withPerson).first().waitFor();
    await consolePage.getByLabel(story.reply).fill(story.words);
    await consolePage.getByRole('button', { name: story.send, exact: true }).click();
    await log.getByText(story.words).waitFor();
    await say(story.answer);
    await consolePage.getByText(story.answer).waitFor();
    await screenshot(page, `${language}-6-person`);
    await screenshot(consolePage, `${language}-7-talk`);
    await withoutBarriers(page, `${language} with a person`);

    await consolePage.getByRole('button', { name: story.lower, exact: true }).click();
    await consolePage.getByLabel(story.reason).fill(story.why);
    await screenshot(consolePage, `${language}-8-lower`);
    await consolePage.getByRole('button', { name: story.lowerSubmit, exact: true }).click();
    await consolePage.locator('dialog').waitFor({ state: 'hidden' });
    await consolePage.getByRole('button', { name: story.close, exact: true }).click();
    await consolePage.getByRole('button', { name: story.closeSubmit }).click();
    await log.getByText(story.closed).first().waitFor();
    await screenshot(page, `${language}-9-closed`);
    expect(person.problems).toEqual([]);
    await desk.close();
    await page.context().close();
  });

  test('the operator’s page counts it', async () => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      storageState: `${folder.dir}/session.json`,
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/reports`);
    await page.getByText('Les mêmes chiffres en tableau').first().click();
    await page.getByRole('table').filter({ hasText: /<\s5/ }).first().waitFor();
    await page.screenshot({ path: 'artefacts/screens/reports.png', fullPage: true });
    await withoutBarriers(page, 'reports');
    await context.close();
  });
});

describe('the way out', () => {
  test.each(['button', 'keys'])(
    'by %s leaves at once, leaves nothing behind, and Back does not return',
    async (how) => {
      const { page } = await aPage('fr-FR');
      await page.route('**/*', (route) =>
        route.request().url().startsWith(server.url)
          ? route.continue()
          : route.fulfill({ contentType: 'text/html', body: '<title>neutral</title>' }),
      );
      await page.goto(`${server.url}/reports`);
      await page.goto(`${server.url}/demo?lang=fr`);
      await page.getByRole('button', { name: 'Parler maintenant' }).click();
      await page.getByRole('log').getByText('Programme').first().waitFor();
      if (how === 'button') await page.getByRole('button', { name: /Quitter vite/ }).click();
      else for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
      await page.waitForURL((url) => !url.href.startsWith(server.url));
      await page.goBack();
      expect(page.url()).toBe(`${server.url}/reports`);
      expect(
        await page.evaluate('sessionStorage.length + localStorage.length'),
      ).toBeLessThanOrEqual(1);
      await page.context().close();
    },
  );
});

describe('without the server', () => {
  test('the numbers are still there, and what is written waits and then leaves once', async () => {
    const { page } = await aPage('fr-FR', { width: 390, height: 800 });
    await page.goto(`${server.url}/chat`);
    const log = page.getByRole('log');
    await log.getByText('Programme').first().waitFor();
    const port = new URL(server.url).port;
    await server.kill();
    const write = page.getByRole('textbox', { name: /ici$/ });
    await write.fill('écrit pendant la coupure');
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await page.getByText(/pas encore envoyé/).waitFor({ timeout: 20_000 });
    await screenshot(page, 'offline');
    expect(
      await page.locator('a[href="tel:15"]').filter({ visible: true }).count(),
    ).toBeGreaterThan(0);
    server = await startVeilleuse({ DATA_DIR: folder.dir, PORT: port });
    await page.getByText('pas encore envoyé').waitFor({ state: 'hidden', timeout: 30_000 });
    expect(await log.getByText('écrit pendant la coupure').count()).toBe(1);
    await page.context().close();
  });
});

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDialog } from '../bot-flows/botkit/botkit-dialog.ts';
import type { Library } from '../bot-flows/engine/library.ts';
import { placesIn } from '../bot-flows/engine/library-places.ts';
import { publishable } from '../bot-flows/engine/library-shelf.ts';
import { loadFlows } from '../bot-flows/engine/load-flows.ts';
import { loadHelplines } from '../bot-flows/helplines/helplines.ts';
import { UnsignedTextsError, unsignedTexts } from '../bot-flows/sign-off/unsigned-texts.ts';
import { modelInUse } from '../classifiers/living/model-in-use.ts';
import type { HearComparison } from '../classifiers/living/with-shadow.ts';
import { openClassifier } from '../classifiers/open-classifier.ts';
import { createLog } from './adapters/log.ts';
import { createEmailNotifier } from './adapters/notify/email.ts';
import { createWebhookNotifier } from './adapters/notify/webhook.ts';
import { createSecrets } from './adapters/secrets.ts';
import { type Config, readConfig } from './config.ts';
import { giveMemoryBack } from './give-memory-back.ts';
import { openHelplineDesk } from './open-helpline-desk.ts';
import { openStores } from './open-stores.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** The repository: this file runs as `build/server/main.js`. */
const root = fileURLToPath(new URL('../..', import.meta.url));
/** A stop that takes longer is cut; what was acknowledged is kept, its answer comes at the next start. */
const LONGEST_STOP_MS = 10_000;
/** What the start needed is no longer held by then. */
const SETTLED_AFTER_MS = 5000;
/** Enough of a version's hash to tell it from others at a glance. */
const SHOWN_DIGITS = 8;
const NOTHING = { unsigned: [], all: 0 };

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env, root);
  const log = createLog(config.logLevel);
  const clock = { now: () => new Date() };
  const helplines = loadHelplines(join(root, 'data', 'helplines', 'helplines.json'));
  const library = loadFlows(config.flowsDir, helplines);
  const texts = textsSigned(library, config);
  const stores = await openStores(config);
  say(`Store   ${config.mongodbUri ? 'MongoDB' : join(config.dataDir, 'veilleuse.db')}`);
  await stores.flows.publish(library.hash, publishable(library), clock.now());
  const { dataDir, site } = config;
  const desk = openHelplineDesk({ root, dataDir, country: site.country, clock });
  const dialog = createDialog({
    flows: library,
    published: stores.flows,
    confirmedLines: desk.confirmedIds,
  });
  say(`Flows   ${library.flows.size} read, version ${library.hash.slice(0, SHOWN_DIGITS)}`);
  say(`Texts   ${texts.line}`);
  const leftOut = desk.list().filter(({ state }) => state === 'left-out');
  if (leftOut.length > 0) {
    const numbers = leftOut.map(({ label }) => label).join(', ');
    say(`Lines   ${leftOut.length} are past their date, and nobody is given them: ${numbers}`);
    say('        Check each, then confirm it: npm run admin -- helplines');
  }

  process.stdout.write('Model   loading … ');
  const started = Date.now();
  const { folder: modelFolder, warning } = modelInUse({
    ...config,
    shipped: join(root, 'data', 'models'),
  });
  if (warning) log.warn({ reason: warning }, 'not the model that was promoted');
  let hearComparison: HearComparison = () => {};
  const classifier = openClassifier({
    lexiconFolder: join(root, 'data', 'lexicons'),
    identityFolder: join(root, 'data', 'identities'),
    modelFolder,
    shadowFolder: config.shadowModelDir,
    onCompared: (comparison) => hearComparison(comparison),
    workerFile: join(root, 'build', 'classifiers', 'model', 'model-worker.js'),
    log,
  });
  await classifier.model.settled();
  const health = classifier.health();
  say(
    health.state === 'ready'
      ? `ready in ${((Date.now() - started) / 1000).toFixed(1)} s`
      : `not there: ${health.reason}\n        The lexicon reads alone and people review every message.`,
  );

  const secrets = createSecrets();
  const consoleUrl = `${config.publicUrl ?? `http://${config.host}:${config.port}`}/console`;
  const notifiers = [
    ...(config.webhookUrl ? [createWebhookNotifier(config.webhookUrl, consoleUrl)] : []),
    ...(config.smtpUrl
      ? [
          createEmailNotifier({
            smtpUrl: config.smtpUrl,
            from: `veilleuse@${new URL(consoleUrl).hostname}`,
            recipients: async () =>
              (await stores.responders.all())
                .filter(({ roles }) => roles.includes('responder'))
                .map(({ email }) => email),
            siteName: config.site.name,
            consoleUrl,
          }),
        ]
      : []),
  ];

  const server = await startServer({
    config,
    stores,
    classifier,
    watchShadow: (hear) => {
      hearComparison = hear;
    },
    dialog,
    notifiers,
    secrets,
    clock,
    log,
    root,
    textsSigned: texts.signed,
  });
  const shown = config.publicUrl ?? server.url;
  say('');
  say(`  Demo page   ${shown}/demo`);
  say(`  Chat page   ${shown}/chat`);
  say(`  Console     ${shown}/console`);
  say(`  Reports     ${shown}/reports`);
  if (server.setUpToken) {
    say('');
    say('  Nobody can answer yet. Make the first account with this one-time link:');
    say(`  Set-up      ${shown}/setup#${server.setUpToken}`);
  }
  say('');
  log.info({ url: server.url, model: health.state }, 'listening');
  setTimeout(giveMemoryBack, SETTLED_AFTER_MS).unref();
  stopOnSignal(server, async () => {
    await classifier.close();
    await stores.close();
    log.info({}, 'stopped');
  });
}

/** @throws {UnsignedTextsError} where only signed texts may be said. */
function textsSigned(library: Library, { flowsDir, requireSignedTexts }: Config) {
  const places = placesIn(flowsDir);
  const { unsigned, all } = places ? unsignedTexts(library.content, places) : NOTHING;
  if (unsigned.length === 0) return { signed: true, line: 'signed by an author and a clinician' };
  if (requireSignedTexts) throw new UnsignedTextsError(unsigned);
  return {
    signed: false,
    line: `NOT SIGNED, ${unsigned.length} of ${all}: for trying out only, and every screen says so`,
  };
}

function stopOnSignal(server: RunningServer, close: () => Promise<void>) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    await server.stop();
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`\nVeilleuse could not start.\n${startProblem(error)}\n`);
  process.exit(1);
});

/** One clear text on what is wrong and the way out. */
function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, address, port } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (code === 'EADDRINUSE') {
    return `Another program already listens on ${address}:${port}. Stop it, or choose another port: PORT=8090 npm start`;
  }
  if (code === 'EACCES' && port)
    return `Port ${port} may not be used by this user. Choose one above 1023: PORT=8080 npm start`;
  if (code === 'EADDRNOTAVAIL')
    return `HOST: this machine has no address ${address}. 127.0.0.1 and 0.0.0.0 always work.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'HOST: no machine has this name. 127.0.0.1 and 0.0.0.0 always work.';
  const known = [
    'ConfigError',
    'FlowsError',
    'UnsignedTextsError',
    'HelplinesError',
    'ConfirmedLinesError',
    'StorageUnavailableError',
    'LexiconError',
  ];
  return known.includes(error.name) ? error.message : (error.stack ?? error.message);
}

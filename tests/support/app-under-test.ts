import type { Dialog, DialogReply } from '../../bot-flows/dialog.ts';
import type { RiskAssessment, RiskClassifier } from '../../classifiers/risk-classifier.ts';
import { createSecrets } from '../../server/adapters/secrets.ts';
import { answerTurn } from '../../server/app/answer-turn.ts';
import { createDirectNotification } from '../../server/app/notify-directly.ts';
import { type OpenConversation, openConversation } from '../../server/app/open-conversation.ts';
import { receiveTurn } from '../../server/app/receive-turn.ts';
import type { Site } from '../../server/domain/site.ts';
import type { Announcer } from '../../server/ports/announcer.ts';
import type { Notifier } from '../../server/ports/notifier.ts';
import { anAssessment, NOON } from './builders.ts';
import { createMemoryStores } from './store-memory.ts';

const MINUTE_MS = 60_000;
export const SITE: Site = {
  name: 'Veilleuse',
  languages: ['fr', 'en'],
  address: 'vous',
  country: 'FR',
  timeZone: 'Europe/Paris',
  hours: null,
  answerWithinMs: {
    imminent: 2 * MINUTE_MS,
    active: 15 * MINUTE_MS,
    passive: 240 * MINUTE_MS,
    distress: 30 * MINUTE_MS,
    none: 30 * MINUTE_MS,
  },
};

/** A dialogue that says which of its methods was called, and can be told to answer otherwise. */
export function aDialog(reply: Partial<DialogReply> = {}): Dialog {
  const say = (text: string): DialogReply => ({
    says: [{ text }],
    flowState: 'state',
    failed: false,
    ...reply,
  });
  return {
    open: async () => ({ says: [{ text: 'welcome' }], flowState: 'state', failed: false }),
    reply: async () => say('flow'),
    enter: async (occasion) => ({
      ...say(`safety ${occasion}`),
      says: [{ text: `safety ${occasion}` }],
    }),
    unread: async ({ language }) => say(`unread ${language}`),
    subjectOf: () => 'writer',
    notice: (notice, _context, values) => [notice, values?.name].filter(Boolean).join(' '),
    fallback: () => 'fallback',
  };
}

/** A classifier that sees one thing in everything, unless told what it sees in a text. */
export function aClassifier(
  seen: Partial<RiskAssessment> = {},
  byText: Readonly<Record<string, Partial<RiskAssessment>>> = {},
): RiskClassifier {
  const of = (text: string) => anAssessment(byText[text] ?? seen);
  return {
    assess: async (text) => of(text),
    explain: async () => ({ spans: [], rules: [], complete: true }),
    glance: (text) => of(text).level,
    health: () => ({ state: 'ready' }),
  };
}

/** Everything a use case needs, in memory, with what was announced and notified written down. */
export function setUp(
  options: {
    classifier?: RiskClassifier;
    dialog?: Dialog;
    site?: Site;
    peopleAvailable?: boolean;
  } = {},
) {
  const stores = createMemoryStores();
  const announced: [string, unknown][] = [];
  const announce = new Proxy({} as Announcer, {
    get:
      (_target, name: string) =>
      (...args: unknown[]) =>
        void announced.push([name, args.at(-1)]),
  });
  const notified: Parameters<Notifier['notify']>[0][] = [];
  const notifiers: Notifier[] = [
    { channel: 'test', notify: async (entry) => void notified.push(entry) },
  ];
  let now = NOON;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const none = () => {};
  const metrics = {
    turnKept: none,
    turnAnswered: none,
    escalationOpened: none,
    notificationFailed: none,
    notificationSent: none,
  };
  const clock = { now: () => now };
  const secrets = createSecrets();
  const queued: string[] = [];
  const deps = {
    ...stores,
    classifier: options.classifier ?? aClassifier(),
    dialog: options.dialog ?? aDialog(),
    site: options.site ?? SITE,
    duty: { peopleAvailable: () => options.peopleAvailable ?? true, hours: () => null },
    announce,
    notifiers,
    notifyDirectly: createDirectNotification({ notifiers, secrets, clock, log }),
    deliverSoon: none,
    turnstile: async () => {},
    queueAnswer: (id: string) => void queued.push(id),
    metrics,
    secrets,
    clock,
    log,
  };

  return {
    deps,
    stores,
    announced,
    notified,
    queued,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    open: async (as: Partial<OpenConversation> = {}) =>
      (await openConversation(deps, { locale: 'fr', ...as })).conversation.id,
    /** Sends a message and has it answered. @returns what was said in reply. */
    async say(id: string, text: string, turnId: string = secrets.newId()): Promise<string[]> {
      const outcome = await receiveTurn(deps, { conversationId: id, turnId, text });
      if (outcome.kind !== 'kept') throw new Error(outcome.reason);
      for (const turn of await stores.conversations.pendingTurns(id))
        await answerTurn(deps, id, turn);
      const after = await stores.conversations.turnsAfter(id, outcome.seq, 50);
      return after.map((turn) => turn.text);
    },
  };
}

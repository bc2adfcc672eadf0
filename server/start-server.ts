import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Server } from 'socket.io';
import type { Dialog } from '../bot-flows/dialog.ts';
import type { HearComparison } from '../classifiers/living/with-shadow.ts';
import type { RiskClassifier } from '../classifiers/risk-classifier.ts';
import { createMetrics } from './adapters/metrics.ts';
import { createRateLimits } from './adapters/rate-limits.ts';
import { answerChat } from './app/answer-chat.ts';
import { createAnswerQueue } from './app/answer-queue.ts';
import { answerTurn } from './app/answer-turn.ts';
import { claimEscalation } from './app/claim-escalation.ts';
import { closeConversation } from './app/close-conversation.ts';
import { deliverOutbox } from './app/deliver-outbox.ts';
import { endLeases } from './app/end-leases.ts';
import { eraseConversation } from './app/erase-conversation.ts';
import { explainTurn } from './app/explain-turn.ts';
import { lowerLevel } from './app/lower-level.ts';
import { createDirectNotification } from './app/notify-directly.ts';
import { openConversation } from './app/open-conversation.ts';
import { pullTurns } from './app/pull-turns.ts';
import { readConversation } from './app/read-conversation.ts';
import { readReport } from './app/read-report.ts';
import { receiveTurn } from './app/receive-turn.ts';
import { releaseEscalation } from './app/release-escalation.ts';
import { renewLeases } from './app/renew-leases.ts';
import { rereadTurns } from './app/reread-turns.ts';
import { createResponderNames } from './app/responder-names.ts';
import { sendResponderTurn } from './app/send-responder-turn.ts';
import { createSetUp } from './app/set-up.ts';
import { tellUnanswered } from './app/tell-unanswered.ts';
import { createTurnstile } from './app/turnstile.ts';
import { watchWrites } from './app/watch-writes.ts';
import type { Config } from './config.ts';
import { isOpen, openingNow } from './domain/opening-hours.ts';
import { every } from './every.ts';
import { createCallers } from './http/callers.ts';
import { chatRoutes } from './http/chat-routes.ts';
import { conversationRoutes } from './http/conversation-routes.ts';
import { healthRoutes } from './http/health-routes.ts';
import { helplineRoutes } from './http/helpline-routes.ts';
import { createHttpApp } from './http/http-app.ts';
import { mayConnect } from './http/origins.ts';
import { pageRoutes } from './http/page-routes.ts';
import { reportRoutes } from './http/report-routes.ts';
import { sessionCookie } from './http/session-cookie.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { siteRoutes } from './http/site-routes.ts';
import { openHelplineDesk } from './open-helpline-desk.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Notifier } from './ports/notifier.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Stores } from './ports/stores.ts';
import { type ParticipantNamespace, serveParticipants } from './sockets/participant-namespace.ts';
import { type ResponderNamespace, serveResponders } from './sockets/responder-namespace.ts';
import { sessionRoom } from './sockets/rooms.ts';
import { createSocketAnnouncer } from './sockets/socket-announcer.ts';

export interface ServerParts {
  readonly config: Config;
  readonly stores: Stores;
  readonly classifier: RiskClassifier;
  /** Where a candidate reads along: called once with whom to tell what it says. */
  readonly watchShadow?: (hear: HearComparison) => void;
  readonly dialog: Dialog;
  readonly notifiers: readonly Notifier[];
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  /** The repository's folder: pages and built scripts lie in it. */
  readonly root: string;
  /** Whether an author and a clinician have signed every text as it stands. */
  readonly textsSigned: boolean;
}

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /** For the first account; nothing when there is one already. */
  readonly setUpToken: string | undefined;
  /** Lets the answers under way be kept, then closes every connection. */
  stop(): Promise<void>;
}

/** Room for a message of a million characters, which is answered `invalid`, and not much more. */
const LARGEST_SOCKET_MESSAGE_BYTES = 1_200_000;
const ANSWERED_SIDE_BY_SIDE = 64;
const SECOND_MS = 1000;
const REREAD_EVERY_MS = 5 * SECOND_MS;

/**
 * Puts everything together and listens.
 *
 * @throws when the address can't be listened on (`EADDRINUSE`, `EACCES` …).
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, stores, classifier, dialog, secrets, clock, log } = parts;
  const { site, publicUrl } = config;
  const metrics = createMetrics();
  parts.watchShadow?.((seen) => {
    if (seen.kind === 'left-out') metrics.shadowLeftOut(seen.why);
    else metrics.shadowCompared(seen.current, seen.candidate);
  });
  const limits = createRateLimits();
  const cookie = sessionCookie(publicUrl ?? '');
  const names = createResponderNames(stores.responders);
  const accounts = { responders: stores.responders, secrets, clock };
  const callers = createCallers({
    ...accounts,
    conversations: stores.conversations,
    cookie,
    publicUrl,
  });
  const setUp = await createSetUp(accounts);
  const desk = openHelplineDesk({
    ...{ root: parts.root, dataDir: config.dataDir, country: site.country, clock },
  });

  const connected = new Set<string>();
  const duty = {
    peopleAvailable: () =>
      site.hours ? isOpen(site.hours, site.timeZone, clock.now()) : connected.size > 0,
    hours: () => site.hours && openingNow(site.hours, site.timeZone, clock.now()),
  };

  const http = createServer();
  const io = new Server({
    serveClient: false,
    maxHttpBufferSize: LARGEST_SOCKET_MESSAGE_BYTES,
    allowRequest: (req, decide) => decide(null, mayConnect(req, publicUrl, config.embedOrigins)),
    cors: { origin: [...config.embedOrigins], methods: ['GET', 'POST'] },
  });
  const participants = io.of('/participant') as unknown as ParticipantNamespace;
  const responders = io.of('/responder') as unknown as ResponderNamespace;
  const announce = createSocketAnnouncer({ participants, responders, names, log });

  const { escalations, outbox } = stores;
  const writes = watchWrites(stores.conversations, clock);
  const { conversations } = writes;
  const shared = { conversations, escalations, dialog, site, duty, announce, secrets, clock };
  const { notifiers } = parts;
  const notifyDirectly = createDirectNotification({ notifiers, secrets, clock, log });
  const delivery = every(2 * SECOND_MS, 'deliver-outbox', log, () =>
    deliverOutbox({ outbox, escalations, notifiers, metrics, clock, log }),
  );
  const turnstile = createTurnstile();
  const queue = createAnswerQueue({
    conversations,
    answer: (id, turn) =>
      answerTurn(
        {
          ...shared,
          classifier,
          notifyDirectly,
          deliverSoon: delivery.soon,
          turnstile,
          metrics,
          log,
        },
        id,
        turn,
      ),
    glance: classifier.glance,
    log,
    concurrency: ANSWERED_SIDE_BY_SIDE,
    retryMs: { first: 250, longest: 10 * SECOND_MS },
  });
  const receive = (command: Parameters<typeof receiveTurn>[1]) =>
    receiveTurn(
      {
        conversations,
        classifier,
        announce,
        notifyDirectly,
        queueAnswer: queue.add,
        metrics,
        clock,
      },
      command,
    );
  const open = (command: Parameters<typeof openConversation>[1]) =>
    openConversation(shared, command);
  const pull = (id: string, after: number) => pullTurns(shared, id, after);

  serveParticipants(participants, {
    names,
    clock,
    log,
    conversationOf: callers.conversationOf,
    maySend: limits.maySend,
    receiveTurn: receive,
    pullTurns: pull,
  });
  serveResponders(responders, {
    names,
    log,
    isOwnPage: callers.isOwnPage,
    sessionOf: callers.sessionOf,
    queue: () => escalations.open(),
    readConversation: (id, after) => readConversation(shared, id, after),
    explainTurn: (id, seq) => explainTurn({ ...shared, classifier }, id, seq),
    claim: (id, responder) => claimEscalation(shared, id, responder),
    release: (id, responder) => releaseEscalation(shared, id, responder),
    sendTurn: (command) => sendResponderTurn(shared, command),
    lowerLevel: (command) => lowerLevel(shared, command),
    closeConversation: (id, responder) => closeConversation(shared, id, responder),
    onPresence: (id, screens) => void (screens > 0 ? connected.add(id) : connected.delete(id)),
  });
  metrics.watch(
    'veilleuse_participants_connected',
    'Open participant sockets',
    () => participants.sockets.size,
  );
  metrics.watch(
    'veilleuse_responders_connected',
    'Responders with an open console',
    () => connected.size,
  );
  metrics.watch(
    'veilleuse_conversations_waiting_for_answer',
    'Conversations with a turn to answer',
    () => queue.size(),
  );

  async function notReady(): Promise<readonly string[]> {
    const reasons: string[] = [];
    await conversations.ping().then(
      () => writes.failing() && reasons.push('store: cannot be written'),
      () => reasons.push('store: cannot be reached'),
    );
    const health = classifier.health();
    if (health.state !== 'ready') reasons.push(`model: ${health.reason}`);
    return reasons;
  }

  http.on(
    'request',
    createHttpApp({
      embedOrigins: config.embedOrigins,
      trustedProxies: config.trustedProxies,
      https: publicUrl?.startsWith('https:') ?? false,
      log,
      routers: [
        ['/', healthRoutes({ notReady, metrics })],
        [
          '/api/conversations',
          conversationRoutes({
            callers,
            names,
            mayOpen: limits.mayOpen,
            openConversation: open,
            pullTurns: pull,
            eraseConversation: (id) => eraseConversation(shared, id),
          }),
        ],
        ['/api/site', siteRoutes(site, desk, parts.textsSigned)],
        ['/api/helplines', helplineRoutes({ callers, desk })],
        [
          '/api/reports',
          reportRoutes({
            callers,
            readReport: (period) => readReport({ reports: stores.reports, site, clock }, period),
          }),
        ],
        ...(config.testEndpoint
          ? ([
              [
                '/api/chat',
                chatRoutes({
                  callers,
                  answerChat: (command) =>
                    answerChat(
                      { conversations, secrets, openConversation: open, receiveTurn: receive },
                      command,
                    ),
                }),
              ],
            ] as const)
          : []),
        [
          '/api',
          sessionRoutes({
            ...accounts,
            callers,
            cookie,
            setUp,
            mayTry: limits.mayTry,
            onSignedOut: (hash) => responders.in(sessionRoom(hash)).disconnectSockets(true),
          }),
        ],
        [
          '/',
          pageRoutes({
            sourceDir: join(parts.root, 'web-widget'),
            builtDir: join(parts.root, 'build', 'web'),
            desk,
          }),
        ],
      ],
    }),
  );

  // After the HTTP handlers: socket.io steps before those that are there, and leaves its own
  // path to nobody else.
  io.attach(http);

  await queue.resume();
  const tries = new Map<string, number>();
  const jobs = [
    delivery,
    every(30 * SECOND_MS, 'renew-leases', log, () => renewLeases(shared, connected)),
    every(10 * SECOND_MS, 'end-leases', log, () => endLeases(shared, connected)),
    every(10 * SECOND_MS, 'tell-unanswered', log, async () => {
      await tellUnanswered(shared);
      delivery.soon();
    }),
    every(3600 * SECOND_MS, 'purge', log, async () => {
      const before = new Date(clock.now().getTime() - config.retentionDays * 24 * 3600 * SECOND_MS);
      const purged = await conversations.purge(before);
      await stores.responders.dropExpiredSessions(clock.now());
      if (purged > 0) log.info({ purged }, 'conversations past their retention were erased');
    }),
    // What was read without the model is read again when nobody waits.
    every(REREAD_EVERY_MS, 'reread-turns', log, () =>
      rereadTurns({
        ...shared,
        classifier,
        deliverSoon: delivery.soon,
        turnstile,
        metrics,
        log,
        hasRoom: () => queue.size() === 0,
        tries,
      }),
    ),
    // Whatever was left pending by a fault is found again, without a restart.
    every(30 * SECOND_MS, 'resume-answers', log, () => queue.resume()),
  ];

  async function stop() {
    // Closed as by the network, not by a good-bye, so that screens connect again by themselves.
    const closed = io.close();
    await Promise.all(jobs.map((job) => job.stop()));
    await queue.stop();
    http.closeAllConnections();
    await closed;
  }

  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = http.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return { url: `http://${host}:${port}`, setUpToken: setUp.token, stop };
}

import { createDialog } from '../../bot-flows/botkit/botkit-dialog.ts';
import type { DialogContext } from '../../bot-flows/dialog.ts';
import { reply } from '../../bot-flows/engine/converse.ts';
import { loadFlows } from '../../bot-flows/engine/load-flows.ts';
import { loadHelplines } from '../../bot-flows/helplines/helplines.ts';
import { MESSAGES } from './messages.ts';

const PROMISED = 2000;
/** As long as the conversations that are judged. */
const TURNS = 30;
const SIGNALS = [[], ['grief'], [], ['hopelessness'], [], ['insomnia', 'isolation'], []];

/**
 * Prints how many turns of flows are answered in a second on one core: through the dialogue port,
 * as the server asks it, and by the engine alone; beside a program that does nothing but read and
 * write the same states in the same run.
 */
export async function benchFlow(seconds: number): Promise<void> {
  const flows = loadFlows('bot-flows/flows', loadHelplines('data/helplines/helplines.json'));
  const dialog = createDialog({ flows });
  const states: string[] = [];
  const port = await rate(seconds, async (state, turn, context) => {
    const { flowState, failed } = await dialog.reply(state, answerAt(turn), context);
    if (failed || flowState === null) throw new Error('a turn failed');
    if (states.length < 5000) states.push(flowState);
    return flowState;
  });
  const engine = await rate(seconds, (state, turn, context) => {
    return reply(flows, state, answerAt(turn), context).flowState ?? '';
  });
  const bare = await rate(seconds, (_, turn) => {
    return JSON.stringify(JSON.parse(states[turn % states.length] ?? '{}'));
  });
  const told = (value: number) => Math.round(value).toLocaleString('en');
  process.stdout.write(
    `through the port: ${told(port)} turns a second on one core (promised: ${told(PROMISED)})\n` +
      `engine alone: ${told(engine)}, ${(engine / port).toFixed(2)} × the port\n` +
      `reading and writing the same states, nothing else: ${told(bare)}, ${(bare / port).toFixed(1)} × the port\n`,
  );
}

const answerAt = (turn: number) => ({
  text: MESSAGES[(turn * 5) % MESSAGES.length] ?? '',
  signals: ['rule-none', ...(SIGNALS[turn % SIGNALS.length] ?? [])],
});

type Answer = (
  state: string | null,
  turn: number,
  context: DialogContext,
) => string | Promise<string>;

/** Turns a second, in one conversation after the other, in both languages. */
async function rate(seconds: number, answer: Answer): Promise<number> {
  const now = new Date('2026-11-26T20:30:00Z');
  const context = { address: 'tu', siteName: 'Veilleuse', country: 'FR', now } as const;
  const converse = async (id: number) => {
    let state: string | null = null;
    for (let turn = 0; turn < TURNS; turn++) {
      const locale = id % 2 === 0 ? 'fr' : 'en';
      state = await answer(state, id + turn, { ...context, locale, peopleAvailable: id % 3 > 0 });
    }
  };
  for (let id = 0; id < 20; id++) await converse(id);
  const started = process.cpuUsage();
  const until = performance.now() + seconds * 1000;
  let conversations = 0;
  while (performance.now() < until) await converse(conversations++);
  const { user, system } = process.cpuUsage(started);
  // Of the processor's time, so that what else the machine does takes nothing away.
  return (conversations * TURNS) / ((user + system) / 1e6);
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import {
  type Activity,
  BotAdapter,
  type ResourceResponse,
  type Storage,
  type StoreItems,
  TurnContext,
} from 'botbuilder';
import {
  type DialogContext as BotbuilderContext,
  Dialog as BotbuilderDialog,
} from 'botbuilder-dialogs';
import { Botkit } from 'botkit';
import type { Choice, Dialog, DialogContext, DialogReply, Saying } from '../dialog.ts';
import { enter, open, reply, subjectOf, unread } from '../engine/converse.ts';
import type { Library } from '../engine/library.ts';
import { createShelf, type PublishedLibraries } from '../engine/library-shelf.ts';
import { loadFlows } from '../engine/load-flows.ts';
import { noticeText } from '../engine/notice-text.ts';
import { loadHelplines } from '../helplines/helplines.ts';

/** One turn on its way through Botkit: what is to be worked out, and what came of it. */
interface Call {
  readonly answer: () => DialogReply;
  readonly says: Saying[];
  items: StoreItems;
  reply: DialogReply | null;
}
const calls = new AsyncLocalStorage<Call>();
const currentCall = (): Call => {
  const call = calls.getStore();
  if (!call) throw new Error('Botkit was called outside of a turn');
  return call;
};

const FLOWS = 'flows';
/** Longer than any turn takes; a turn that Botkit loses must still be answered. */
const PATIENCE_MS = 1000;

export type DialogSource = (
  | { readonly flows: Library }
  /** Folder of the flows, and the file of helplines. */
  | { readonly dir: string; readonly helplines?: string }
) & {
  /** Earlier versions, on which conversations that began with them go on. */
  readonly published?: PublishedLibraries;
  /** Ids of the helplines that an operator has confirmed; asked anew each time. */
  confirmedLines?(): readonly string[];
};

/**
 * Botkit behind the `Dialog` port. Nothing else in the repository imports Botkit.
 * @throws {FlowsError | HelplinesError} when the flows or the helplines can't be used.
 */
export function createDialog(source: DialogSource): Dialog {
  const library = 'flows' in source ? source.flows : readLibrary(source);
  const versionOf = createShelf(library, source.published);
  const adapter = new CollectingAdapter();
  const controller = new Botkit({
    adapter,
    storage: callStorage,
    disable_webserver: true,
    disable_console: true,
  });
  controller.addDialog(new FlowsDialog());
  // Begun without Botkit's wrapper round every dialog, which costs half of a turn's time: it
  // keeps the state twice and waits for what comes after a dialog, and here nothing does.
  controller.on('message', async (bot) => bot.getConfig('dialogContext').beginDialog(FLOWS));

  const withLines = (context: DialogContext): DialogContext =>
    source.confirmedLines ? { ...context, confirmedLines: source.confirmedLines() } : context;
  const fallback = (context: DialogContext): string =>
    noticeText(library, 'fallback', withLines(context));

  async function run(context: DialogContext, answer: () => DialogReply): Promise<DialogReply> {
    const call: Call = { answer, says: [], items: {}, reply: null };
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    const turn = calls.run(call, () =>
      adapter.turn((turnContext) => controller.handleTurn(turnContext)),
    );
    await Promise.race([turn.catch(() => undefined), patience]);
    clearTimeout(timer);
    const { says } = call;
    if (!call.reply || says.length !== call.reply.says.length) {
      return { says: [{ text: fallback(context) }], flowState: null, failed: true };
    }
    return { ...call.reply, says };
  }

  return {
    open: (context) => run(context, () => open(library, withLines(context))),
    reply: async (flowState, answer, context) => {
      const own = await versionOf(flowState);
      return run(context, () => reply(library, flowState, answer, withLines(context), own));
    },
    enter: (occasion, flowState, context, answer) =>
      run(context, () => enter(library, occasion, flowState, withLines(context), answer)),
    unread: (message, flowState, context) =>
      run(context, () => unread(library, message, flowState, withLines(context))),
    subjectOf,
    notice: (notice, context, values) => noticeText(library, notice, withLines(context), values),
    fallback,
  };
}

function readLibrary({ dir, helplines }: { dir: string; helplines?: string }): Library {
  const file = helplines ?? join(dir, '..', '..', 'data', 'helplines', 'helplines.json');
  return loadFlows(dir, loadHelplines(file));
}

/**
 * The one Botkit dialog: it runs any flow, a turn at a time. It catches everything, because
 * `handleTurn` never settles when a dialog throws, and the stray rejection ends the process.
 */
class FlowsDialog extends BotbuilderDialog {
  constructor() {
    super(FLOWS);
  }

  override async beginDialog(dc: BotbuilderContext) {
    const call = currentCall();
    try {
      const reply = call.answer();
      // All at once: each sending goes round through everything that Botkit puts in its way.
      await dc.context.sendActivities(
        reply.says.map(({ text, choices }) => ({
          type: 'message',
          text,
          channelData: { choices },
        })),
      );
      call.reply = reply;
    } catch {
      call.reply = null;
    }
    return await dc.endDialog();
  }
}

class CollectingAdapter extends BotAdapter {
  readonly name = 'collecting';

  turn(logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, ACTIVITY), logic);
  }

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const { says } = currentCall();
    for (const { text, channelData } of activities) {
      const choices = (channelData as { choices?: readonly Choice[] } | undefined)?.choices;
      if (text) says.push(choices ? { text, choices } : { text });
    }
    return activities.map((_, index) => ({ id: String(index) }));
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

/** Botkit's own memory lasts one turn: two people at once never meet in it. */
const callStorage: Storage = {
  async read(keys) {
    const { items } = currentCall();
    return Object.fromEntries(keys.filter((key) => key in items).map((key) => [key, items[key]]));
  },
  async write(changes) {
    Object.assign(currentCall().items, changes);
  },
  async delete(keys) {
    for (const key of keys) delete currentCall().items[key];
  },
};

/** Botkit wants an event with a text; what the person wrote never passes through it. */
const ACTIVITY: Partial<Activity> = {
  type: 'message',
  channelId: FLOWS,
  conversation: { id: 'turn', isGroup: false, conversationType: '', name: '' },
  from: { id: 'participant', name: '' },
  recipient: { id: 'bot', name: '' },
  channelData: {},
  text: 'turn',
};

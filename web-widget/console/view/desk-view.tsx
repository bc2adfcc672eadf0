import { useEffect, useState } from 'preact/hooks';
import { keepPreference, readPreference } from '../session/preference.ts';
import type { Staff } from '../session/session-client.ts';
import { createAlarmSound } from '../sound/alarm-sound.ts';
import { useAlarmSound } from '../sound/use-alarm-sound.ts';
import { caseOf } from '../state/case-list.ts';
import { type QueueFilter, ringing, waiting } from '../state/queue-order.ts';
import { EMPTY_TALK } from '../state/talk.ts';
import { AlarmBar } from './alarm-bar.tsx';
import { KeyboardDialog } from './keyboard-dialog.tsx';
import { Modal } from './modal.tsx';
import { Queue } from './queue.tsx';
import { QueueAnnouncer } from './queue-announcer.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SoundControl } from './sound-control.tsx';
import type { Account } from './staff-gate.tsx';
import { TalkView } from './talk-view.tsx';
import { TopBar } from './top-bar.tsx';
import { useDesk } from './use-desk.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWords } from './words-context.ts';

/** The whole console of one responder. */
export function DeskView({ account }: { account: Account }) {
  const { words } = useWords();
  const { desk, state } = useDesk(account.responder);
  const [filter, setFilter] = useState<QueueFilter>('all');
  const [helps, setHelps] = useState(false);
  const [shortcuts, setShortcuts] = usePreference('shortcuts');
  const [blinking, setBlinking] = usePreference('blinking');
  const [sound] = useState(createAlarmSound);

  const cases = [...state.cases.values()];
  const rings = ringing(cases);
  const soundState = useAlarmSound(
    sound,
    rings
      .map((found) => found.id)
      .sort()
      .join(' '),
  );
  const waitingCount = waiting(cases).length;
  useEffect(() => {
    const count = waitingCount > 0 ? `(${waitingCount}) ` : '';
    document.title = `${rings.length > 0 ? '● ' : ''}${count}${words.product}`;
  }, [waitingCount, rings.length, words]);

  const found = state.openId === null ? undefined : caseOf(state.cases, state.openId);
  useShortcuts(shortcuts, {
    j: () => moveInQueue(1),
    k: () => moveInQueue(-1),
    c: () => {
      const id = focusedCase() ?? found?.id;
      if (id !== undefined) void claim(id);
    },
    r: focusReply,
    '?': () => setHelps(true),
  });

  function signedInAgain(responder: Staff) {
    // Drafts and conversations belong to who wrote them: another account starts afresh.
    if (responder.id === state.you.id) desk.reconnect();
    account.changed(responder);
  }
  async function claim(escalationId: string) {
    await desk.claim(escalationId);
    requestAnimationFrame(focusReply);
  }
  function backToQueue() {
    const id = found?.id;
    desk.open(null);
    requestAnimationFrame(() =>
      rows()
        .find((row) => row.dataset.case === id)
        ?.focus(),
    );
  }
  function leave() {
    if (!desk.hasUnsentWords() || confirm(words.session.signOutUnsent)) account.leave();
  }

  return (
    <div class={`desk${state.openId === null ? '' : ' desk-open'}${blinking ? '' : ' still'}`}>
      <TopBar
        page="console"
        responder={account.responder}
        lit={state.link === 'online'}
        onLeave={leave}
      >
        <span class={`link link-${state.link}`} role="status">
          {state.link === 'online'
            ? words.link.online
            : state.link === 'connecting'
              ? words.link.connecting
              : words.link.offline}
        </span>
        <SoundControl sound={sound} state={soundState} />
        <button type="button" class="plain" onClick={() => setHelps(true)}>
          {words.keyboard.open}
        </button>
      </TopBar>
      <AlarmBar ringing={rings} onTake={(first) => void claim(first.id)} />
      {state.link === 'offline' && (
        <p class="offline" role="alert">
          {words.link.offlineDetail}
        </p>
      )}
      <main class="desk-main">
        <Queue
          state={state}
          filter={filter}
          onFilter={setFilter}
          onOpen={(chosen) => desk.open(chosen.conversationId)}
        />
        {state.openId === null ? (
          <div class="talk talk-none">
            <p>{words.talk.chooseOne}</p>
            <p class="quiet">{words.talk.chooseOneDetail}</p>
          </div>
        ) : (
          <TalkView
            key={state.openId}
            desk={desk}
            youId={state.you.id}
            conversationId={state.openId}
            talk={state.talks.get(state.openId) ?? EMPTY_TALK}
            found={found}
            onClaim={(id) => void claim(id)}
            onBack={backToQueue}
          />
        )}
      </main>
      <QueueAnnouncer state={state} />
      {helps && (
        <KeyboardDialog
          shortcuts={shortcuts}
          onShortcuts={setShortcuts}
          blinking={blinking}
          onBlinking={setBlinking}
          onClose={() => setHelps(false)}
        />
      )}
      {state.link === 'signed-out' && (
        <Modal title={words.session.again}>
          <p>{words.session.againDetail}</p>
          <SignInForm onSignedIn={signedInAgain} />
        </Modal>
      )}
    </div>
  );
}

function usePreference(name: string): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => readPreference(name) !== 'off');
  return [
    on,
    (chosen) => {
      keepPreference(name, chosen ? 'on' : 'off');
      setOn(chosen);
    },
  ];
}

function focusReply(): void {
  document.getElementById('reply')?.focus();
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-case]')];

function focusedCase(): string | undefined {
  return (document.activeElement as HTMLElement | null)?.dataset.case;
}

/** Moves the focus in the queue, from the focused case, else from the one on the screen. */
function moveInQueue(by: 1 | -1): void {
  const all = rows();
  const focused = all.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : all.findIndex((row) => row.ariaCurrent === 'true');
  const to = from < 0 ? 0 : Math.min(all.length - 1, Math.max(0, from + by));
  all[to]?.focus();
}

import { render } from 'preact';
import helplines from '../../data/helplines/helplines.json';
import { adoptStyles } from '../shared/adopt-styles.ts';
import type { ChatHandle, ChatMountOptions } from '../shared/chat-mount.ts';
import { loadFont } from '../shared/load-font.ts';
import tokensCss from '../shared/tokens.css';
import chatCss from './chat.css';
import type { HelplinesByCountry } from './helplines/helpline.ts';
import { holdsNumber } from './helplines/holds-number.ts';
import { builtInLines, inOrder, type Lines } from './helplines/lines-for.ts';
import { createChatSession } from './state/chat-session.ts';
import { httpChatApi } from './state/http-chat-api.ts';
import { newTurnId } from './state/new-turn-id.ts';
import { socketChatLink } from './state/socket-chat-link.ts';
import { realTimers } from './state/timers.ts';
import { createTokenStore } from './state/token-store.ts';
import { ChatView } from './view/chat-view.tsx';
import { followViewport } from './view/follow-viewport.ts';
import { keepInSight } from './view/keep-in-sight.ts';
import { leaveOnShift } from './view/leave-on-shift.ts';
import type { Acts, Screen } from './view/screen.ts';
import { voicedWords } from './words/voiced-words.ts';

const COUNTRIES = helplines.countries as HelplinesByCountry;

/** Draws the conversation into the loader's shadow root and begins it. */
export function mountChat(options: ChatMountOptions): ChatHandle {
  const { root, origin, site, mode, locale, theme } = options;
  let words = options.words;
  let screen: Screen = {
    ...{ isOpen: true, locale, theme, sheet: 'none', text: '' },
    ...{ sure: false, behind: false, presses: 0 },
  };
  let seenTo = 0;

  adoptStyles(root, tokensCss + chatCss);
  const holder = document.createElement('div');
  holder.className = 'chat';
  root.append(holder);
  const sight = keepInSight(holder);
  const field = () => holder.querySelector('textarea');

  const session = createChatSession({
    api: httpChatApi(origin),
    openLink: socketChatLink(origin),
    tokens: createTokenStore(() => sessionStorage, site),
    timers: realTimers,
    site,
    locale: () => screen.locale,
    newTurnId,
    now: () => new Date(),
    reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    holdsNumber: (text) => holdsNumber(text, linesNow().all),
    changed(state) {
      // What was asked of the settings is done.
      if (state.erasure.kind === 'done' && screen.sure) show({ sheet: 'none', sure: false });
      else draw();
    },
  });

  /** What the service says people may be given; until it has, what was built in. */
  const linesNow = (): Lines => {
    const { lines, country } = session.state().site;
    return lines
      ? inOrder(lines)
      : builtInLines(COUNTRIES, country, new Date().toISOString().slice(0, 10));
  };

  /** A phone's keyboard would hide what stands here: there, the panel takes the focus. */
  const focusInside = (): void => {
    const write = matchMedia('(pointer: fine)').matches ? field() : null;
    (write ?? holder.querySelector<HTMLElement>('.panel'))?.focus();
  };

  const show = (change: Partial<Screen>): void => {
    screen = { ...screen, ...change };
    draw();
  };

  const draw = (): void => {
    const state = session.state();
    const { address } = state.site;
    const view = {
      words: voicedWords(words, address),
      lines: linesNow(),
      locale: screen.locale,
      origin,
    };
    const focused = root.activeElement;
    render(<ChatView {...{ view, state, screen, mode, acts }} />, holder);
    if (focused && !focused.isConnected) focusInside();
    if (!screen.isOpen) {
      options.unread(Math.max(0, state.shownTo - seenTo));
      return;
    }
    seenTo = state.shownTo;
    options.unread(0);
    growWithText(field());
    const { turns, outbox } = state.transcript;
    const waiting = turns.length > state.shownTo ? 1 : 0;
    const said = state.shownTo + outbox.length + waiting;
    if (sight.drawn(said, outbox.length > 0) && !screen.behind) show({ behind: true });
  };

  const acts: Acts = {
    exit() {
      session.stop();
      options.exit();
    },
    close: options.close,
    toggle(sheet) {
      const opener = holder.querySelector<HTMLElement>('[aria-expanded=true]');
      show({ sheet: screen.sheet === sheet ? 'none' : sheet, sure: false });
      if (screen.sheet === 'none') opener?.focus();
    },
    write: (text) => show({ text }),
    send() {
      const text = sendable(screen.text);
      show({ text: '', sheet: 'none' });
      if (text.trim()) session.say(text);
      field()?.focus();
    },
    choose: session.choose,
    takeBack(turnId) {
      const back = session.takeBack(turnId);
      show({ text: screen.text.trim() ? `${screen.text}\n${back}` : back });
      field()?.focus();
    },
    beSure: (sure) => show({ sure }),
    erase: () => void session.erase(),
    restart: session.restart,
    chooseLocale: options.chooseLocale,
    chooseTheme: options.chooseTheme,
    scrolled() {
      if (sight.scrolled() && screen.behind) show({ behind: false });
    },
    toEnd() {
      sight.toEnd();
      show({ behind: false });
    },
  };

  const ended = new AbortController();
  const { signal } = ended;
  leaveOnShift({
    signal,
    isOpen: () => screen.isOpen,
    pressed: (presses) => show({ presses }),
    leave: acts.exit,
  });
  addEventListener('online', session.lookAgain, { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && session.lookAgain(),
    { signal },
  );
  followViewport(holder, signal);

  draw();
  session.start();
  void loadFont(`${origin}/web/shared/fonts/atkinson-hyperlegible-next-latin.woff2`);

  return {
    show() {
      show({ isOpen: true });
      sight.toEnd();
      if (mode === 'bubble') focusInside();
    },
    hide: () => show({ isOpen: false }),
    setWords(wanted, pack) {
      words = pack;
      show({ locale: wanted });
    },
    setTheme: (wanted) => show({ theme: wanted }),
    destroy() {
      ended.abort();
      session.stop();
      render(null, holder);
      holder.remove();
    },
  };
}

function growWithText(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 4}px`;
}

/** A text without what no service could keep: NULs, and halves of characters. */
function sendable(text: string): string {
  const whole = text.replaceAll('\0', '');
  return whole.toWellFormed?.() ?? whole;
}

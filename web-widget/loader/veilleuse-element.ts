import type { Words } from '../embed/words/voiced-words.ts';
import type { ChatHandle, MountChat, Theme } from '../shared/chat-mount.ts';
import type { Locale } from '../shared/locale.ts';
import { exitAddress } from './exit-address.ts';
import launcherCss from './launcher.css';
import { createLauncher } from './launcher.ts';
import { leaveNow } from './leave-now.ts';
import { withoutChat } from './without-chat.ts';

export interface VeilleuseDeps {
  /** Of the service. */
  readonly origin: string;
  /** Fetches the conversation's code; called when it is first opened. */
  loadChat(attempt: number): Promise<MountChat>;
  loadWords(locale: Locale, attempt: number): Promise<Words>;
}

/**
 * `<veilleuse-chat lang theme mode site exit-url>`: draws a button, and fetches, stores and
 * measures nothing before it is opened. Its events `veilleuse:open|close|exit` carry no text.
 */
export function defineVeilleuseChat(deps: VeilleuseDeps): void {
  class VeilleuseChat extends HTMLElement {
    static observedAttributes = ['lang', 'theme'];
    #launcher = createLauncher(() => this.open());
    #chat: ChatHandle | null = null;
    #card: HTMLElement | null = null;
    #isOpen = false;
    #failures = 0;

    constructor() {
      super();
      styled(this.attachShadow({ mode: 'open' }), launcherCss);
    }

    connectedCallback(): void {
      this.#draw();
      if (this.mode === 'page') this.open();
    }

    disconnectedCallback(): void {
      // A framework may only be moving it.
      queueMicrotask(() => this.isConnected || this.destroy());
    }

    attributeChangedCallback(): void {
      this.#draw();
      void this.#speak();
      this.#chat?.setTheme(this.theme);
    }

    get mode(): 'bubble' | 'page' {
      return this.getAttribute('mode') === 'page' ? 'page' : 'bubble';
    }

    get locale(): Locale {
      return /^en\b/i.test(this.lang || document.documentElement.lang) ? 'en' : 'fr';
    }

    get theme(): Theme {
      const wanted = this.getAttribute('theme');
      return wanted === 'paper' || wanted === 'dark' || wanted === 'night' ? wanted : 'auto';
    }

    open(): void {
      if (this.#isOpen) return;
      this.#isOpen = true;
      this.#draw();
      if (this.#chat) this.#chat.show();
      else void this.#load();
      this.#tell('open');
    }

    close(): void {
      if (!this.#isOpen || this.mode === 'page') return;
      this.#isOpen = false;
      this.#chat?.hide();
      this.#draw();
      this.#launcher.button.focus();
      this.#tell('close');
    }

    /** Leaves the host page at once and forgets the conversation on this side. */
    exit(): void {
      leaveNow(exitAddress(this.getAttribute('exit-url')));
      this.#tell('exit');
      this.destroy();
    }

    setLocale(locale: Locale): void {
      this.lang = locale;
    }

    setTheme(theme: Theme): void {
      this.setAttribute('theme', theme);
    }

    /** Takes everything off the screen; the conversation can be resumed in this tab. */
    destroy(): void {
      this.#chat?.destroy();
      this.#chat = null;
      this.#isOpen = false;
      this.#launcher.button.remove();
      this.#card?.remove();
    }

    async #load(): Promise<void> {
      this.#card?.remove();
      this.#launcher.busy(true);
      // On a page of its own, what the page says without us stays until we can say it.
      const meanwhile = document.createElement('slot');
      if (this.mode === 'page') this.shadowRoot?.append(meanwhile);
      try {
        const { locale } = this;
        const [mount, words] = await Promise.all([
          deps.loadChat(this.#failures),
          deps.loadWords(locale, this.#failures),
        ]);
        if (!this.isConnected || this.#chat) return;
        this.#chat = mount({
          root: this.shadowRoot as ShadowRoot,
          origin: deps.origin,
          site: this.getAttribute('site'),
          mode: this.mode,
          locale,
          words,
          theme: this.theme,
          exit: () => this.exit(),
          close: () => this.close(),
          chooseLocale: (locale) => this.setLocale(locale),
          chooseTheme: (theme) => this.setTheme(theme),
          unread: (count) => this.#launcher.unread(count),
        });
        if (this.#isOpen) this.#chat.show();
      } catch {
        this.#failures += 1;
        this.#card = withoutChat(this.locale === 'fr', () => void this.#load());
        this.shadowRoot?.append(this.#card);
        this.#isOpen = false;
      }
      meanwhile.remove();
      this.#launcher.busy(false);
      this.#draw();
    }

    /** Without network, what is on the screen stays in the language it is in. */
    async #speak(): Promise<void> {
      const { locale } = this;
      if (!this.#chat) return;
      try {
        const words = await deps.loadWords(locale, this.#failures);
        if (locale === this.locale) this.#chat?.setWords(locale, words);
      } catch {
        this.#failures += 1;
      }
    }

    #draw(): void {
      const { button, name } = this.#launcher;
      name(this.locale === 'fr');
      button.hidden = this.mode === 'page' || (this.#isOpen && this.#chat !== null);
      if (this.isConnected && !button.isConnected) this.shadowRoot?.prepend(button);
    }

    #tell(what: 'open' | 'close' | 'exit'): void {
      this.dispatchEvent(new CustomEvent(`veilleuse:${what}`, { bubbles: true, composed: true }));
    }
  }
  if (!customElements.get('veilleuse-chat')) customElements.define('veilleuse-chat', VeilleuseChat);
}

/** Adopted sheets pass any `style-src`. Not shared with the conversation, to stay one file. */
function styled(root: ShadowRoot, css: string): void {
  if ('adoptedStyleSheets' in root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } else {
    const style = document.createElement('style');
    style.textContent = css;
    (root as ShadowRoot).append(style);
  }
}

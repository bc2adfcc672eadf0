import type { Words } from '../embed/words/voiced-words.ts';
import type { MountChat } from '../shared/chat-mount.ts';
import { defineVeilleuseChat } from './veilleuse-element.ts';

// The service is where this file came from, whatever page it runs on.
const from = (path: string, attempt = 0) => {
  const address = new URL(`/web/embed/${path}`, import.meta.url);
  // A browser remembers a module that failed to load by its address.
  if (attempt > 0) address.search = `again=${attempt}`;
  return address;
};

defineVeilleuseChat({
  origin: from('').origin,
  async loadChat(attempt) {
    const { mountChat } = (await import(from('chat.js', attempt).href)) as { mountChat: MountChat };
    return mountChat;
  },
  async loadWords(locale, attempt) {
    const { words } = (await import(from(`words/${locale}.js`, attempt).href)) as { words: Words };
    return words;
  },
});

import { builtInLines } from './built-in-lines.ts';

/** The card that stands in for the conversation. `retry` is pressed to try once more. */
export function withoutChat(french: boolean, retry: () => void): HTMLElement {
  const card = document.createElement('section');
  card.className = 'card';
  card.lang = french ? 'fr' : 'en';
  const text = document.createElement('p');
  text.textContent = french
    ? 'La conversation ne se charge pas. Pour parler à quelqu’un maintenant\u00a0:'
    : 'The conversation doesn’t load. To talk to someone now:';
  const list = document.createElement('p');
  for (const line of builtInLines()) {
    const link = document.createElement('a');
    link.href = line.href;
    link.textContent = line.texted ? `${line.label} (SMS)` : line.label;
    list.append(link, ' ');
  }
  const button = document.createElement('button');
  button.textContent = french ? 'Réessayer' : 'Try again';
  button.onclick = retry;
  card.append(text, list, document.createElement('slot'), button);
  return card;
}

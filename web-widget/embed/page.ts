// Pages that we serve: `?lang=en|fr` (or else the browser's language) chooses what they show.
const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const lang = /^en\b/i.test(asked) ? 'en' : 'fr';

document.documentElement.lang = lang;
for (const part of document.querySelectorAll<HTMLElement>('[data-lang]')) {
  part.hidden = part.dataset.lang !== lang;
}
for (const chat of document.querySelectorAll('veilleuse-chat')) chat.setAttribute('lang', lang);

export {};

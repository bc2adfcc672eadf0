import type { HelplineDesk, ShownLine } from '../ports/helpline-desk.ts';

type Language = 'fr' | 'en';
const SMS: Record<Language, string> = { fr: 'par SMS', en: 'by text message' };

/**
 * Puts the numbers of this installation into a page or script of ours, which holds none itself:
 * `<!-- helplines fr -->` becomes list items, `<!-- helplines inline fr -->` a few words, and
 * `%COUNTRY%` the country.
 */
export function pageWithLines(source: string, desk: HelplineDesk): string {
  const shown = desk.shown();
  const at = (test: (line: ShownLine) => boolean) => shown.filter(test);
  const most = [...new Set([...at(({ first }) => !!first), ...at(({ emergency }) => !!emergency)])];
  const young = at(({ young: is }) => !!is);
  return source
    .replace(/<!-- helplines (fr|en) -->/g, (_, language: Language) =>
      [...most, ...young]
        .map((line) => `<li>${link(line)} ${escaped(line.about[language])}</li>`)
        .join('\n          '),
    )
    .replace(/<!-- helplines inline (fr|en) -->/g, (_, language: Language) =>
      most
        .map((line) =>
          line.href.startsWith('sms:') ? `${link(line)} (${SMS[language]})` : link(line),
        )
        .join(', '),
    )
    .replaceAll('%COUNTRY%', desk.country);
}

const link = ({ href, label }: ShownLine): string =>
  `<a href="${escaped(href)}">${escaped(label)}</a>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

import type { Helpline } from './helpline.ts';

export type TextPart = string | { readonly text: string; readonly href: string };

const GAP = '[\\s.\\u00a0\\u202f-]?';
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `15` is a number to call in « le 15, » but not in « 15 minutes » or « le 15 mars ». */
function isCalled(before: string, after: string): boolean {
  return (
    /(^|[\s(,’'«\u00a0])(le|au|du|ou|et|call|dial|or|and|:|,)\s*$/i.test(before) &&
    /^\s*($|[.,;:!?)»]|(ou|et|or|and)\b)/i.test(after)
  );
}

/**
 * A text with the helplines in it made callable, and nothing else: of written addresses only
 * `tel:`, `sms:` and the service's own pages become links. The parts joined are the text.
 */
export function linkedParts(
  text: string,
  lines: readonly Helpline[],
  origin: string,
): readonly TextPart[] {
  const hrefs = new Map<string, string>();
  for (const line of lines) {
    const key = line.label.replace(/\D/g, '');
    if (!hrefs.has(key)) hrefs.set(key, line.href);
  }
  const labels = [...hrefs.keys()].sort((a, b) => b.length - a.length);
  const spelled = labels.map((digits) => [...digits].map(literally).join(GAP));
  const pattern = new RegExp(
    [`(?:tel|sms):\\+?\\d+`, `${literally(origin)}/[\\w/?=&%#.-]*[\\w/]`, ...spelled].join('|'),
    'g',
  );
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const found = match[0];
    const end = match.index + found.length;
    const digits = found.replace(/\D/g, '');
    const literal = /^(tel|sms|https?):/.test(found);
    const inside = /[\d+]$/.test(text.slice(0, match.index)) || /^\d/.test(text.slice(end));
    if (!literal) {
      if (inside) continue;
      if (digits.length < 3 && !isCalled(text.slice(0, match.index), text.slice(end))) continue;
    }
    const href = literal ? found : (hrefs.get(digits) as string);
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push({ text: found, href });
    from = end;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

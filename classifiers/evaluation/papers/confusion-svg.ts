import { RISK_LEVELS } from '../../risk-classifier.ts';
import type { Confusion } from '../measures/confusion.ts';

// As web-widget/shared/tokens.css has them: ground, ink, quiet, action and the lamp's line.
const GROUND = [0xfb, 0xf7, 0xf0] as const;
const ACTION = [0x2a, 0x56, 0x80] as const;
const INK = '#1e2430';
const QUIET = '#545d6d';
const LAMP_LINE = '#9a6412';

const CELL = 92;
const LEFT = 128;
const TOP = 96;
const SIZE = RISK_LEVELS.length * CELL;

/**
 * A confusion matrix as a picture that needs no colour to be read: every cell says its count and
 * its share of the row, and the description says the whole table in words.
 */
export function confusionSvg(title: string, table: Confusion): string {
  const totals = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const rows = table.map((row, i) => row.map((count, j) => cell(i, j, count, totals[i] ?? 0)));
  const names = RISK_LEVELS.flatMap((level, at) => [
    text(LEFT - 12, TOP + at * CELL + CELL / 2 - 3, level, 'end', 'level'),
    text(LEFT - 12, TOP + at * CELL + CELL / 2 + 16, `${totals[at]} rows`, 'end', 'quiet'),
    text(LEFT + at * CELL + CELL / 2, TOP - 12, level, 'middle', 'level'),
  ]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + SIZE + 24} ${TOP + SIZE + 24}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(inWords(table, totals))}</desc>
<style>text{font-family:"Atkinson Hyperlegible Next",system-ui,sans-serif;fill:${INK}}.head{font-size:17px;font-weight:600}.level{font-size:15px;font-weight:600}.count{font-size:18px;font-weight:600}.quiet{font-size:13px;fill:${QUIET}}.light text{fill:#fbf7f0}</style>
<rect width="100%" height="100%" fill="${colour(0)}"/>
${text(24, 34, title, 'start', 'head')}
${text(24, 58, 'Down: the level a row has. Across: the level that was read.', 'start', 'quiet')}
${[...names, ...rows.flat()].join('\n')}
</svg>
`;
}

function cell(i: number, j: number, count: number, total: number): string {
  const share = total === 0 ? 0 : count / total;
  const [x, y] = [LEFT + j * CELL, TOP + i * CELL];
  const edge = i === j ? ` stroke="${LAMP_LINE}" stroke-width="3"` : ` stroke="${colour(0.12)}"`;
  const inset = i === j ? 2 : 0.5;
  const side = CELL - 2 * inset;
  return [
    `<g${share > DARK_FROM ? ' class="light"' : ''}>`,
    `<rect x="${x + inset}" y="${y + inset}" width="${side}" height="${side}" fill="${colour(depth(share))}"${edge}/>`,
    text(x + CELL / 2, y + CELL / 2, `${count}`, 'middle', 'count'),
    text(x + CELL / 2, y + CELL / 2 + 20, `${Math.round(share * 100)} %`, 'middle', 'share'),
    '</g>',
  ].join('');
}

/** Half-way there is a blue on which neither ink nor paper can be read at 4.5:1: it is left out. */
const DARK_FROM = 0.5;
const depth = (share: number) =>
  share > DARK_FROM ? 0.84 + 0.32 * (share - DARK_FROM) : 0.9 * share;

/** From the ground (0) to the colour of action (1). */
function colour(share: number): string {
  const mixed = GROUND.map((from, at) => Math.round(from + ((ACTION[at] ?? from) - from) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function text(x: number, y: number, what: string, anchor: string, kind: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" class="${kind}">${escaped(what)}</text>`;
}

function inWords(table: Confusion, totals: readonly number[]): string {
  const rows = table.map((row, i) => {
    const read = row.map((count, j) => `${count} as ${RISK_LEVELS[j]}`).join(', ');
    return `Of ${totals[i]} rows at level ${RISK_LEVELS[i]}, read: ${read}.`;
  });
  return rows.join(' ');
}

const escaped = (what: string) =>
  what.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

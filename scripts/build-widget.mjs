// Builds what a page with the widget loads: each file complete in itself and as light as can be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesAtHand, shownLines } from './widget-lines.mjs';

/** Served under two addresses, or loaded beside another: none may need a neighbour. */
const ENTRIES = [
  'web-widget/loader/veilleuse.ts',
  'web-widget/embed/chat.tsx',
  'web-widget/embed/words/fr.ts',
  'web-widget/embed/words/en.ts',
  'web-widget/embed/page.ts',
];

/** Never used by the widget: WebTransport is not offered, and nothing binary is ever sent. */
const LEFT_OUT = [
  [/engine\.io-client.build.esm.transports.webtransport\.js$/, 'export class WT {}'],
  [
    /socket\.io-parser.build.esm.(is-)?binary\.js$/,
    `export const hasBinary = () => false, isBinary = () => false;
     export const deconstructPacket = (packet) => ({ packet, buffers: [] });
     export const reconstructPacket = (packet) => packet;`,
  ],
];

const leanParts = (esbuild, target) => ({
  name: 'lean-parts',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = readFileSync(path, 'utf8');
      const { code } = await esbuild.transform(css, { loader: 'css', minify: true, target });
      return { contents: code.trim(), loader: 'text' };
    });
    build.onLoad({ filter: /helplines\.json$/ }, ({ path }) => ({
      contents: JSON.stringify({ countries: shownLines(JSON.parse(readFileSync(path, 'utf8'))) }),
      loader: 'json',
    }));
    for (const [filter, contents] of LEFT_OUT) {
      build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
    }
  },
});

/** Puts the widget's scripts under `outdir`, at the paths of their sources in `web-widget`. */
export async function buildWidget(esbuild, { root, outdir, target }) {
  const helplines = JSON.parse(readFileSync(join(root, 'data/helplines/helplines.json'), 'utf8'));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outbase: 'web-widget',
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target,
    minify: true,
    // Modules are always read as UTF-8: accents need no escapes.
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
    define: { LINES_AT_HAND: JSON.stringify(linesAtHand(helplines)) },
    plugins: [leanParts(esbuild, target)],
  });
}

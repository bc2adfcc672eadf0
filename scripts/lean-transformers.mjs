import { join } from 'node:path';

/**
 * Of transformers.js a server needs the tokenizer. The package's own bundle brings, at the first
 * import, image and audio processing and a runtime for browsers: 45 MB and most of the time in
 * which a model loads. So its sources are bundled, and what nothing here calls stays out.
 */
export const leanTransformers = (root) => ({
  name: 'lean-transformers',
  setup(build) {
    const sources = join(root, 'node_modules', '@xenova', 'transformers', 'src');
    build.onResolve({ filter: /^@xenova\/transformers$/ }, () => ({
      path: 'tokenizer',
      namespace: 'lean-transformers',
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-transformers' }, () => ({
      contents: `export { AutoTokenizer } from './models/auto/tokenization_auto.js';
        export { env } from './env.js';`,
      resolveDir: sources,
    }));
    // The browsers' runtime; the network runs in onnxruntime-node.
    build.onResolve({ filter: /^onnxruntime-web/ }, () => ({
      path: 'nothing',
      namespace: 'nothing',
    }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({
      contents: 'export const env = {}; export default {};',
    }));
  },
});

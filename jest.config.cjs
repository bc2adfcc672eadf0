module.exports = {
  testMatch: ['**/tests/**/*.test.ts'],
  // These need a browser, another server, or minutes; `.ci/run` runs them by name.
  testPathIgnorePatterns: ['/node_modules/', '/build/', '/tests/(browser|faults|load)/'],
  modulePathIgnorePatterns: ['/build/', '/data/runtime/'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};

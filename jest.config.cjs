module.exports = {
  testMatch: ['**/tests/**/*.test.ts'],
  // These need a browser, another server, or minutes; `.ci/run` runs them by name.
  testPathIgnorePatterns: ['/node_modules/', '/build/', '/tests/(browser|faults|load)/'],
  modulePathIgnorePatterns: ['/build/', '/data/runtime/'],
  // A package that comes as ES modules only.
  moduleNameMapper: {
    '^eld/extrasmall$': `${__dirname}/node_modules/eld/src/entries/static.extrasmall.js`,
  },
  transformIgnorePatterns: ['/node_modules/(?!eld/)'],
  transform: {
    '\\.tsx?$|/node_modules/eld/.*\\.js$': [
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

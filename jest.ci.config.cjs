/** The suites that need a browser, real processes, or minutes; `.ci/run` runs them one at a time. */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['**/tests/(browser|faults)/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/build/'],
  testTimeout: 180_000,
  // A failed test may leave a client that connects again for ever.
  forceExit: true,
};

/** Tests of the packed package in real processes; `npm run e2e` runs them after a build. */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['**/*.e2e.ts'],
  testTimeout: 300_000,
};

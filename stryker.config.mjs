import { createRequire } from 'node:module';

const jest = createRequire(import.meta.url)('./jest.config.cjs');

// Laws are tried a few times per mutant; `npm test` tries them a hundred times and the nightly run ten thousand times.
process.env.NOSPOF_RUNS ??= '10';
process.env.NOSPOF_FIRST_FAILURE_IS_ENOUGH ??= '1';

/** Breaks the engine in small ways, one at a time, and asks whether a test notices; `npm run mutation`. */
export default {
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    config: {
      ...jest,
      roots: ['<rootDir>/test'],
      // What judges a system by words and verdicts; tests that only compare two judgements notice less and take longer.
      testMatch: ['graph', 'fault-tree', 'analysis', 'rules']
        .map((folder) => `**/test/${folder}/**/*.test.ts`)
        .concat('**/test/cases.test.ts'),
      testPathIgnorePatterns: ['names-and-files', 'coverage'],
    },
  },
  mutate: ['graph', 'fault-tree', 'analysis', 'rules'].map((folder) => `lib/${folder}/**/*.ts`).concat('!lib/**/index.ts'),
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  ignorePatterns: ['bench', 'cdk.out', 'dist', 'docs', 'reports', 'stacks', 'test/constructs', 'test/readers', 'test/e2e'],
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  incremental: true,
  incrementalFile: 'reports/mutation-incremental.json',
  allowConsoleColors: false,
};

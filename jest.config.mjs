// Jest runs everything as ES modules, with the compiler that is fastest and no type checks: those
// are a step of their own.

/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  runtime: '<rootDir>/test/support/runtime.cjs',
  setupFiles: ['<rootDir>/test/support/fewRounds.mjs', '<rootDir>/test/support/lowPriority.mjs'],
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  // One more than the processors that this is measured on: a worker waits for the database, servers and browsers.
  maxWorkers: 3,
  // Every file loads Payload anew, and V8 gives little of it back: past this a worker is slower than a new one.
  workerIdleMemoryLimit: '1500MB',
  moduleNameMapper: {
    '^@payload-config$': '<rootDir>/payload.config.ts',
    '\\.(css|scss|woff2?|svg)$': '<rootDir>/test/support/emptyModule.ts',
  },
  testEnvironment: '<rootDir>/test/support/environment.mjs',
  // See CONDITION in scripts/lib.mjs.
  testEnvironmentOptions: { customExportConditions: ['production', 'node', 'node-addons'] },
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/\\.next', '/\\.build/', '/\\.data/'],
  modulePathIgnorePatterns: ['/\\.next', '/\\.build/', '/\\.data/'],
  testTimeout: 60_000,
  transform: {
    '\\.(m?tsx?)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  forceExit: false,
}

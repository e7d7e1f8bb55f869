import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const browsers = ['chromium', 'firefox'] as const;

/** Real browsers, one at a time: two at once would make each other slow enough to fail. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    maxWorkers: 1,
    fileParallelism: false,
    globalSetup: ['tests/e2e/build.ts'],
    projects: browsers.map((browser) => ({
      extends: true,
      test: {
        name: browser,
        env: { MUSTER_BROWSER: browser },
        include: ['tests/e2e/*.test.ts'],
        testTimeout: 60_000,
        hookTimeout: 60_000,
      },
    })),
  },
});

import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest({ modules: ['@wxt-dev/webextension-polyfill'] })],
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    // Several files build the whole pack, which takes seconds alone and longer side by side.
    hookTimeout: 120_000,
    testTimeout: 60_000,
  },
});

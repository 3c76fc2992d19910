import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Files that share a process read TypeScript and its library once; none of them changes what others see.
    isolate: false,
    setupFiles: ['tests/setup.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/analysis/**/*.ts'],
      reporter: ['text', 'json-summary', 'json'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
});

import { defineConfig } from 'vitest/config';

import config from './vitest.config.ts';

/** What mutants of the analysis meet: all that asks it, but nothing that packs, fuzzes or shuffles. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: [
      'tests/analysis/**/*.test.ts',
      'tests/rules/**/*.test.ts',
      'tests/{article,docs}.test.ts',
    ],
  },
});

import { mergeConfig } from 'vitest/config';

import config from './vitest.config.ts';

/** What mutants of the analysis meet: all that asks it, but nothing that packs, fuzzes or shuffles. */
export default mergeConfig(config, {
  test: {
    include: [
      'tests/analysis/**/*.test.ts',
      'tests/rules/**/*.test.ts',
      'tests/docs.test.ts',
      'tests/article.test.ts',
    ],
    // The file is merged, which adds to a list: what is left out has to be named.
    exclude: [
      'tests/{bad-input,consumers,one-report,plugin,same-answers}.test.ts',
      'tests/{fuzz,suggestions,trust}/**',
    ],
  },
});

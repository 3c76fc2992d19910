import path from 'node:path';

import { RuleTester } from '@typescript-eslint/rule-tester';

const root = path.join(import.meta.dirname, 'fixtures/project');

/** Tests a rule with types: each case is a file of the fixture project, `file.ts` where it names none. */
export const ruleTester = new RuleTester({
  languageOptions: {
    parserOptions: {
      projectService: true,
      tsconfigRootDir: root,
      ecmaFeatures: { jsx: true },
    },
  },
  defaultFilenames: {
    ts: path.join(root, 'file.ts'),
    tsx: path.join(root, 'file.tsx'),
  },
});

/** The fixture project's plain JavaScript file. */
export const javascript = path.join(root, 'file.js');

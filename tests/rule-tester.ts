import path from 'node:path';

import {
  type InvalidTestCase,
  RuleTester,
  type RunTests,
} from '@typescript-eslint/rule-tester';
import type { RuleModule } from '@typescript-eslint/utils/ts-eslint';
import { describe, expect, it } from 'vitest';

import { everySuggestion } from '../scripts/suggestions/every.ts';
import { readableOf } from './suggestions/subjects.ts';

const root = path.join(import.meta.dirname, 'fixtures/project');

/** Tests a rule's cases, and then that the edits which they offer are right in themselves. */
class EditTester extends RuleTester {
  override run<Ids extends string, Options extends readonly unknown[]>(
    name: string,
    rule: RuleModule<Ids, Options>,
    tests: RunTests<Ids, Options>,
  ): void {
    super.run(name, rule, tests);
    const cases = tests.invalid.filter(offersEdits);
    if (cases.length > 0) {
      describe(name, () => {
        it('offers edits that hold', () => {
          const tried = tryEdits(`promise-combinators/${name}`, cases);
          expect(tried.length).toBeGreaterThanOrEqual(cases.length);
          expect(tried.filter(({ faults }) => faults.length > 0)).toEqual([]);
        });
      });
    }
  }
}

type Invalid = Pick<
  InvalidTestCase<string, readonly unknown[]>,
  'code' | 'errors' | 'filename' | 'languageOptions' | 'options' | 'output'
>;

function offersEdits({ errors, output }: Invalid): boolean {
  return (
    (output !== undefined && output !== null) ||
    errors.some(({ suggestions }) => (suggestions?.length ?? 0) > 0)
  );
}

/** The cases of one set of options are files of one program. */
function tryEdits(
  rule: string,
  cases: readonly Invalid[],
): ReturnType<typeof everySuggestion> {
  const groups = new Map<string, Invalid[]>();
  for (const each of cases) {
    const key = JSON.stringify(each.options ?? []);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].flatMap(([key, group]) => {
    const files = group.map(
      (each, index) =>
        [`case${String(index)}${endingOf(each)}`, each.code] as const,
    );
    return everySuggestion(readableOf(Object.fromEntries(files)), {
      [rule]: ['error', ...(JSON.parse(key) as unknown[])],
    });
  });
}

function endingOf({ filename, languageOptions }: Invalid): string {
  const isJsx = languageOptions?.parserOptions?.ecmaFeatures?.jsx === true;
  return filename === undefined
    ? isJsx
      ? '.tsx'
      : '.ts'
    : path.extname(filename);
}

/** Tests a rule with types: each case is a file of the fixture project, `file.ts` where it names none. */
export const ruleTester = new EditTester({
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

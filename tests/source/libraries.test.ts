import path from 'node:path';

import ts from 'typescript';
import { expect, it } from 'vitest';

import { declaresAggregateError } from '../../src/source/libraries.ts';

it.each([
  ['lib.es2020.d.ts', false],
  ['lib.es2021.d.ts', true],
  ['lib.esnext.d.ts', true],
])('%s declares AggregateError: %s', (lib, expected) => {
  const program = ts.createProgram({
    rootNames: [path.join(import.meta.dirname, '../fixtures/project/file.ts')],
    options: { lib: [lib], types: [] },
  });

  expect(declaresAggregateError(program)).toBe(expected);
});

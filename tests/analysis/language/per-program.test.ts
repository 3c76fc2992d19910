import { expect, it } from 'vitest';

import { perProgram } from '../../../src/analysis/language/per-program.ts';
import { moduleOf } from '../asked.ts';

it('keeps what it made as long as the program is the same', () => {
  const [first] = moduleOf('log(1);');
  const [second] = moduleOf('log(2);');
  const made = perProgram(() => ({}));

  expect(made(first)).toBe(made(first));
  expect(made(second)).not.toBe(made(first));
});

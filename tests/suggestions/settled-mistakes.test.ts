import { expect, it } from 'vitest';

import { infersPredicates } from '../../src/suggestions/settled-mistakes.ts';

it.each([
  ['5.4', false],
  ['5.5', true],
  ['5.10', true],
  ['6.0', true],
])('TypeScript %s infers type predicates: %s', (version, expected) => {
  expect(infersPredicates(version)).toBe(expected);
});

import { expect, it } from 'vitest';

import { parseLabels } from '../../scripts/trust/labels.ts';

const label = {
  repo: 'owner/name',
  commit: '0123abc',
  path: 'src/a.ts',
  line: 3,
  method: 'all',
  verdict: 'fine',
  class: '1',
  why: 'every member has its own handler',
};

it('reads one label a line and passes over empty lines', () => {
  const text = `${JSON.stringify(label)}\n\n${JSON.stringify({ ...label, line: 4 })}\n`;

  expect(parseLabels(text, 'labels.jsonl').map(({ line }) => line)).toEqual([
    3, 4,
  ]);
});

it.each([
  ['no JSON', '{'],
  ['no object', '3'],
  [
    'a verdict that does not exist',
    JSON.stringify({ ...label, verdict: 'ok' }),
  ],
  ['a line that is no number', JSON.stringify({ ...label, line: '3' })],
  ['no reason', JSON.stringify({ ...label, why: undefined })],
])('names the file and the line of what is %s', (_what, text) => {
  expect(() => parseLabels(`\n${text}`, 'labels.jsonl')).toThrow(
    'labels.jsonl:2: not a label',
  );
});

import ts from 'typescript';
import { expect, it } from 'vitest';

import { writeAt } from '../../../src/analysis/language/assignments.ts';
import { isCondition } from '../../../src/analysis/language/conditions.ts';
import { isWritten } from '../../../src/analysis/language/overwrites.ts';
import {
  isResultDiscarded,
  useOf,
} from '../../../src/analysis/language/uses.ts';
import { catalogue, moduleOf } from '../asked.ts';
import { findNode } from '../program.ts';
import { mentionIn, used } from './mention.ts';

catalogue(
  'what happens next to a value?',
  (_program, file) => useOf(mentionIn(file)).kind,
  [
    used('await it;', 'awaited'),
    used('return it;', 'returned'),
    used('() => it;', 'returned'),
    used('it.length;', 'accessed'),
    used('it[0];', 'accessed'),
    used('other[it];', 'unknown'),
    used('it();', 'called'),
    used('new it();', 'unknown'),
    used('new it;', 'unknown'),
    used('log(it);', 'argument'),
    used('log(...items, it);', 'unknown'),
    used('log(it, ...items);', 'argument'),
    used('new Set(it);', 'argument'),
    used('[it];', 'element'),
    used('[...it];', 'element'),
    used('log(...it);', 'unknown'),
    used('({ ...it });', 'unknown'),
    used('({ it });', 'property'),
    used('({ a: it });', 'property'),
    used('const a = it;', 'initialiser'),
    used('const { a = it } = other;', 'initialiser'),
    used('class A { a = it; }', 'field'),
    used('for (const a of it) log(a);', 'iterated'),
    used('for (const a in it) log(a);', 'tested'),
    used('for (it of items) log();', 'tested'),
    used('<b title={it} />;', 'attribute'),
    used('void it;', 'voided'),
    used('it;', 'discarded'),
    used('(it as any)!;', 'discarded'),
    used('it, other;', 'discarded'),
    used('log((other, it));', 'passed'),
    used('for (it; isReady; ) log();', 'discarded'),
    used('for (; isReady; it) log();', 'discarded'),
    used('for (; it; ) log();', 'tested'),
    used('while (it) log();', 'tested'),
    used('if (it) log();', 'tested'),
    used('!it;', 'tested'),
    used('it ? 1 : 2;', 'tested'),
    used('log(isReady ? it : 2);', 'passed'),
    used('it && log();', 'tested'),
    used('isReady && it;', 'passed'),
    used('it || log();', 'passed'),
    used('it ?? log();', 'passed'),
    used('it = other;', 'tested'),
    used('it ||= other;', 'tested'),
    used('it ??= other;', 'tested'),
    used('it &&= other;', 'tested'),
    used('log(it ??= other);', 'passed'),
    used('other = it;', 'assigned'),
    used('other ??= it;', 'assigned'),
    used('other &&= it;', 'assigned'),
    used('other === it;', 'tested'),
    used('it == other;', 'tested'),
    used('it != other;', 'tested'),
    used('it !== other;', 'tested'),
    used('it < other;', 'unknown'),
    used('it += other;', 'unknown'),
    used('`${it}`;', 'unknown'),
    used('switch (it) { }', 'unknown'),
    used('throw it;', 'unknown'),
    ['it', 'declare let it: any;\n{ return it; }', 'unknown'],
  ],
);

catalogue(
  'does nobody look at what a promise gives?',
  (_program, file) => String(isResultDiscarded(mentionIn(file))),
  [
    used('it;', 'true'),
    used('await it;', 'true'),
    used('log(it);', 'false'),
    used('log(await it);', 'false'),
    used('void it;', 'false'),
  ],
);

catalogue(
  'is a name only written, and what is written to it?',
  (_program, file) => {
    const node = mentionIn(file);
    const write = writeAt(node);
    const written =
      write?.kind === 'value' ? write.value.getText() : (write?.kind ?? 'none');
    return `${isWritten(node) ? 'written' : 'read'} ${written}`;
  },
  [
    used('it = 1;', 'written 1'),
    used('(it as any) = 1;', 'written 1'),
    used('it ??= 1;', 'read 1'),
    used('it ||= 1;', 'read 1'),
    used('it &&= 1;', 'read 1'),
    used('it += 1;', 'read other'),
    used('it >>>= 1;', 'read other'),
    used('it ^= 1;', 'read other'),
    used('it, 1;', 'read none'),
    used('it + 1;', 'read none'),
    used('it === 1;', 'read none'),
    used('other = it;', 'read none'),
    used('[it] = other;', 'read other'),
    used('[...it] = other;', 'read other'),
    used('({ it } = other);', 'read other'),
    used('({ a: it } = other);', 'read other'),
    used('({ a: [it] } = other);', 'read other'),
    used('other = [it];', 'read none'),
    used('[it] == other;', 'read none'),
    used('[it];', 'read none'),
    used('for (it of items) log();', 'read other'),
    used('for (it in items) log();', 'read other'),
    used('for ([it] of items as any) log();', 'read other'),
    used('for (other of it) log();', 'read none'),
    used('for (other of [it]) log();', 'read none'),
  ],
);

catalogue(
  'does the truth of a value decide a branch?',
  (_program, file) => String(isCondition(mentionIn(file))),
  [
    used('if (it) log();', 'true'),
    used('if (isReady) it;', 'false'),
    used('while (it) log();', 'true'),
    used('it ? 1 : 2;', 'true'),
    used('isReady ? it : 2;', 'false'),
    used('it && log();', 'false'),
  ],
);

it('takes no statement for a condition', () => {
  const [, file] = moduleOf('if (isReady) log();');
  const { thenStatement } = findNode(file, ts.isIfStatement);

  expect(isCondition(thenStatement)).toBe(false);
});

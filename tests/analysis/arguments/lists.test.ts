import { listsOf } from '../../../src/analysis/arguments/lists.ts';
import { asked, catalogue } from '../asked.ts';

/** Constants, each made as the one before; the first as `items`. */
function chainOf(length: number): string {
  return Array.from(
    { length },
    (_, at) =>
      `const list${String(at)} = ${at === 0 ? 'items' : `list${String(at - 1)}`};`,
  ).join(' ');
}

catalogue(
  'which lists may that be?',
  asked((program, expression) => {
    const lists = listsOf(program.getTypeChecker(), expression);
    return lists.length === 0
      ? 'none'
      : lists.map((list) => list.getText()).join(' | ');
  }),
  [
    // Choices.
    ['a list', 'ask(items);', 'items'],
    ['a literal', 'ask([1]);', '[1]'],
    ['an empty literal', 'ask([]);', 'none'],
    ['a choice', 'ask(isReady ? items : [1]);', 'items | [1]'],
    ['a list or nothing', 'ask(isReady ? items : []);', 'items'],
    ['a fallback', 'ask(anything ?? items);', 'anything | items'],
    ['another fallback', 'ask(anything || items);', 'anything | items'],
    ['a list under a condition', 'ask(isReady && items);', 'items'],
    ['a sum', 'ask(anything + items);', 'anything + items'],
    [
      'a choice in a choice',
      'ask(isReady ? [1] : (anything ?? ([2] as number[])));',
      '[1] | anything | [2]',
    ],

    // Constants.
    ['a constant', 'const all = [1]; ask(all);', '[1]'],
    [
      'a constant that is a choice',
      'const all = isReady ? [1] : items; ask(all);',
      '[1] | items',
    ],
    ['a variable', 'let all = [1]; ask(all);', 'all'],
    ['a constant that is exported', 'export const all = [1]; ask(all);', 'all'],
    [
      'a constant without a value',
      'declare const all: number[]; ask(all);',
      'all',
    ],
    [
      'a constant that is declared behind it',
      'function f() { ask(all); } const all = [1];',
      'all',
    ],
    [
      'a constant that is pushed into',
      'const all = [1]; all.push(2); ask(all);',
      'all',
    ],
    [
      'a constant that is handed on',
      'const all = [1]; log(all); ask(all);',
      'all',
    ],
    [
      'a constant that another list holds',
      'const all = [1]; log([all]); ask(all);',
      'all',
    ],
    [
      'a constant that is spread',
      'const all = [1]; log([...all]); ask(all);',
      '[1]',
    ],
    [
      'a constant that is iterated',
      'const all = [1]; for (const one of all) log(one); ask(all);',
      '[1]',
    ],
    [
      'a constant whose length is asked',
      'const all = [1]; if (all.length) log(); ask(all);',
      '[1]',
    ],
    [
      'a constant whose length is set',
      'const all = [1]; log((all.length = 0)); ask(all);',
      'all',
    ],
    [
      'a constant of which something else is asked',
      'const all = [1]; if (all.pop()) log(); ask(all);',
      'all',
    ],
    [
      'a constant that is combined',
      'const all = [load(1)]; await Promise.all(all); ask(all);',
      '[load(1)]',
    ],

    // Constants of constants.
    ['eight names', `${chainOf(8)} ask(list7);`, 'items'],
    ['nine names', `${chainOf(9)} ask(list8);`, 'list0'],
  ],
);

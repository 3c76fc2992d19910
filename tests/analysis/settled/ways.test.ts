import { originOf } from '../../../src/analysis/settled/origins.ts';
import { asked, type Case, catalogue } from '../asked.ts';

const GIVEN = `
declare const other: any;
const settle = async (): Promise<any> => Promise.allSettled(items.map(load));
const rs: any = await settle();
`;

/** Asks about an expression, behind some statements where it is not enough. */
function given([name, code, answer]: readonly [string, string, string]): Case {
  return [
    name,
    GIVEN + (code.includes('ask(') ? code : `ask(${code});`),
    answer,
  ];
}

catalogue(
  'where do settled results come from?',
  asked((program, expression) => {
    const { forks, kind, members, tests } = originOf(program, expression);
    return [
      kind,
      ...(forks ? ['by several ways'] : []),
      ...tests.map((test) => `where ${test.getText()}`),
      ...members.flatMap(({ index }) =>
        index === undefined ? [] : [`at ${String(index)}`],
      ),
    ].join(' ');
  }),
  (
    [
      ['a combinator', 'await settle()', 'allSettled'],
      ['another combinator', 'await Promise.all([settle()])', 'unknown'],
      ['a list', 'rs', 'allSettled'],
      ['one of them', 'rs[1]', 'allSettled'],
      [
        'one of them, at a place that is known',
        '(await Promise.allSettled([load(), load()]))[1]',
        'allSettled at 1',
      ],
      [
        'one of them, at a place that is not known',
        '(await Promise.allSettled([load(), load()]))[items.length]',
        'allSettled',
      ],
      [
        'in an object by a text that ends with a number',
        "const data = { item1: rs }; ask(data['item1']);",
        'allSettled',
      ],
      [
        'beside a sum',
        'isReady ? items.length + 1 : rs',
        'unknown by several ways',
      ],
      ['one of them by its text', "rs['12']", 'allSettled'],
      ['one of them, whichever', 'rs[items.length]', 'allSettled'],
      ['one of some', 'rs.slice(1)[1]', 'allSettled'],
      [
        'one that a pattern takes',
        'const [, r]: any = await Promise.allSettled([load(), load()]); ask(r);',
        'allSettled at 1',
      ],
      ['a member of theirs', 'rs.all', 'unknown'],
      [
        'a member of theirs by its text',
        "[rs['2nd'], rs['v2']]",
        'unknown by several ways',
      ],
      ['one of a chosen few', 'rs.filter(log)[0]', 'allSettled where log'],
      ['one at a place', 'rs.at(0)', 'allSettled'],
      ['those that an empty filter leaves', 'rs.filter()', 'allSettled'],
      ['what a function makes of each', 'rs.map(other)', 'unknown'],
      ['what nothing makes of each', 'rs.map()', 'unknown'],
      ['what a call makes of them', 'other(rs)', 'unknown'],
      ['what a method makes of them', 'rs.with(0, 1)', 'unknown'],
      ['a copy', 'Array.from(rs)', 'allSettled'],
      ['a copy of what each becomes', 'Array.from(rs, () => other)', 'unknown'],
      ['a copy of each', 'Array.from(rs, (r: any) => r)', 'allSettled'],
      ['a copy of nothing', 'Array.from()', 'unknown'],
      ['a list of them', 'Array.of(rs)', 'unknown'],
      ['another kind of copy', 'Int8Array.from(rs)', 'unknown'],
      ['a set', 'new Set(rs)', 'allSettled'],
      ['them and an empty set', '[...rs, ...new Set]', 'allSettled'],
      [
        'an object of their own',
        'class Box { constructor(readonly rs: any) {} }\nask(new Box(rs));',
        'unknown',
      ],
      [
        'them and an object of their own',
        'class Box { constructor(readonly rs: any) {} }\nask([rs, new Box(rs)]);',
        'unknown by several ways',
      ],
      ['nothing', '[]', 'unknown'],
      ['null', 'null', 'unknown'],
      ['a number', '1', 'unknown'],
      ['them or nothing', 'isReady ? rs : null', 'allSettled'],
      ['them or a number', 'isReady ? rs : 1', 'unknown by several ways'],
      ['them and a number', 'rs + 1', 'unknown'],
      ['an object', '{}', 'unknown'],
      ['a function', 'function f() {}\nask(f);', 'unknown'],
      [
        'the arguments of a function',
        'function f() { ask(arguments); }',
        'unknown',
      ],
      ['what is not declared', 'nowhere', 'unknown'],
      [
        'them or those of another',
        '[...rs, ...(await settle())]',
        'allSettled by several ways',
      ],
      [
        'what a list was and what it became',
        'let list: any = await settle();\nlist = list.slice(1);\nask(list);',
        'allSettled by several ways',
      ],
      [
        'what a list became from another',
        'let list: any = [];\nlist = await settle();\nask(list);',
        'allSettled',
      ],
      [
        'the rest of an object',
        'const { ...held }: any = { held: rs };\nask(held);',
        'unknown',
      ],
      [
        'a member of a namespace',
        'namespace N { export const pending = settle(); }\nask(await N.pending);',
        'allSettled',
      ],
      [
        'a parameter',
        'export function f(list: PromiseSettledResult<string>[]) { ask(list); }',
        'parameter',
      ],
      [
        'a parameter and others',
        'export function f(list: PromiseSettledResult<string>[]) { ask([...rs, ...list]); }',
        'parameter by several ways',
      ],
      [
        'a parameter and something else',
        'export function f(list: PromiseSettledResult<string>[]) { ask([...list, other]); }',
        'unknown by several ways',
      ],
      [
        'a parameter without a type',
        'export function f(list) { ask(list); }',
        'unknown',
      ],
      [
        'a parameter of any type',
        'export function f(list: any) { ask(list); }',
        'unknown',
      ],
      [
        'a member of a parameter',
        'export function f(held: { rs: any }) { ask(held.rs); }',
        'unknown',
      ],
      [
        'what a helper gives that is given them',
        'export function first(list: PromiseSettledResult<string>[]) { return list[0]; }\nask(first(rs));',
        'allSettled',
      ],
      [
        'what a helper gives that is given nothing',
        'function first(list: PromiseSettledResult<string>[]) { return list[0]; }\nask(first());',
        'unknown',
      ],
      [
        'what a way of hundreds of steps gives',
        `${'await '.repeat(400)}rs`,
        'unknown',
      ],
    ] as const
  ).map(given),
);

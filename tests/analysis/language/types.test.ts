import ts from 'typescript';

import {
  elementTypeOf,
  isArrayLike,
  isDefaultLibrarySymbol,
  isOpaque,
  isUnresolved,
  iterabilityOf,
  promisenessOf,
} from '../../../src/analysis/language/types.ts';
import { asked, type Case, catalogue } from '../asked.ts';

/** What a question says of the type of what is asked about. */
const ofType = (
  question: (
    checker: ts.TypeChecker,
    type: ts.Type,
    node: ts.Expression,
  ) => unknown,
): ReturnType<typeof asked> =>
  asked((program, node) => {
    const checker = program.getTypeChecker();
    return String(question(checker, checker.getTypeAtLocation(node), node));
  });

/** Asks about a value of a type, which may name `T`, and `U`, which extends `string`. */
function typed(type: string, answer: string): Case {
  return [
    type,
    `function f<T, U extends string, L extends string[]>(it: ${type}) { ask(it); }`,
    answer,
  ];
}

catalogue(
  'does a type say nothing of its values?',
  ofType((checker, type) => isOpaque(checker, type)),
  [
    typed('any', 'true'),
    typed('unknown', 'true'),
    typed('T', 'true'),
    typed('Nowhere', 'true'),
    typed('U', 'false'),
    typed('string', 'false'),
    typed('T[]', 'false'),
  ],
);

catalogue(
  'could a type not be resolved?',
  ofType((_checker, type) => isUnresolved(type)),
  [
    ['a name that is not declared', 'ask(nowhere);', 'true'],
    typed('Nowhere', 'true'),
    typed('any', 'false'),
    typed('unknown', 'false'),
    typed('string', 'false'),
  ],
);

catalogue(
  'is a value a promise?',
  ofType((checker, type, node) => promisenessOf(checker, type, node)),
  [
    typed('Promise<string>', 'some'),
    typed('string | Promise<string>', 'some'),
    typed('T | Promise<string>', 'some'),
    typed('{ then(f: (value: string) => void): void }', 'some'),
    typed('string', 'never'),
    typed('{ then: string }', 'never'),
    typed('any', 'unknown'),
    typed('T', 'unknown'),
    typed('T | string', 'unknown'),
    typed('U', 'never'),
  ],
);

catalogue(
  'which type do the elements have?',
  ofType((checker, type) => {
    const element = elementTypeOf(checker, type);
    return element === undefined ? 'none' : checker.typeToString(element);
  }),
  [
    typed('string[]', 'string'),
    typed('readonly string[]', 'string'),
    typed('[string, number]', 'string | number'),
    typed('string[] | undefined', 'string'),
    typed('string[] | null', 'string'),
    typed('number | string[]', 'string'),
    typed('number', 'none'),
    typed('number | { a: 1 }', 'none'),
    typed('undefined', 'none'),
  ],
);

catalogue(
  'can a value be iterated?',
  ofType((checker, type) => iterabilityOf(checker, type)),
  [
    typed('string[]', 'all'),
    typed('[string]', 'all'),
    typed('Set<string>', 'all'),
    typed('Iterable<string>', 'all'),
    typed('string', 'all'),
    typed('L', 'all'),
    typed('string[] | Set<string>', 'all'),
    typed('string[] | number', 'some'),
    typed('number', 'none'),
    typed('Promise<string[]>', 'none'),
    typed('{ a: 1 } | number', 'none'),
    typed('any', 'unknown'),
    typed('T', 'unknown'),
    typed('T | string[]', 'unknown'),
  ],
);

catalogue(
  'is a value an array?',
  ofType((checker, type) => isArrayLike(checker, type)),
  [
    typed('string[]', 'true'),
    typed('[string]', 'true'),
    typed('string[] | undefined', 'true'),
    typed('string[] | number[]', 'true'),
    typed('L', 'true'),
    typed('string[] | number', 'false'),
    typed('Set<string>', 'false'),
    typed('string', 'false'),
  ],
);

catalogue(
  'is a name declared by the library?',
  asked((program, node) => {
    const symbol = program
      .getTypeChecker()
      .getSymbolAtLocation(
        ts.isPropertyAccessExpression(node) ? node.name : node,
      );
    return isDefaultLibrarySymbol(program, symbol)
      ? isDefaultLibrarySymbol(program, symbol, 'PromiseConstructor')
        ? 'of the constructor'
        : 'elsewhere'
      : 'no';
  }),
  [
    ['a method of the constructor', 'ask(Promise.all);', 'of the constructor'],
    ['a method of the instances', 'ask(load().then);', 'elsewhere'],
    ['a function', 'ask(parseInt);', 'elsewhere'],
    ['a function of the program', 'ask(load);', 'no'],
    [
      'a method of the same name of the program',
      'interface PromiseConstructor { all(): void }\ndeclare const own: PromiseConstructor;\nask(own.all);',
      'no',
    ],
    ['a name that is not declared', 'ask(nowhere);', 'no'],
    ['a member of anything', 'ask(anything.all);', 'no'],
    ['what has no declaration', 'ask(undefined);', 'no'],
    [
      'a member of a mapped type',
      "declare const own: Record<'all', string>;\nask(own.all);",
      'no',
    ],
  ],
);

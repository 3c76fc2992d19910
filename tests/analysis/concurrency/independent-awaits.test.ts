import { independentReadsIn } from '../../../src/analysis/concurrency/independent-awaits.ts';
import { catalogue } from '../asked.ts';

const PATTERN =
  '{ length, at, big, bold, charAt, concat, endsWith, includes, indexOf, link, match, padEnd, repeat, search }';

catalogue(
  'which awaited reads stand beside each other?',
  (program, file) =>
    independentReadsIn(program, file.statements)
      .map((group) =>
        group.map(({ declaration }) => declaration.name.getText()).join(' '),
      )
      .join('; '),
  [
    ['two reads', 'const a = await load(1); const b = await load(2);', 'a b'],
    [
      'three reads',
      'const a = await load(1); const b = await load(2); const c = await load(3);',
      'a b c',
    ],
    [
      'a constant that is missing',
      'const a = await load(1); const ; const b = await load(2);',
      '',
    ],
    [
      'a constant without a value',
      'const a = await load(1); const c; const b = await load(2);',
      '',
    ],
    [
      'a read of what is not declared',
      'const a = await load(1); const b = await load(nowhere);',
      'a b',
    ],
    [
      'a pattern as long as the file that declares what is called',
      `const ${PATTERN} = await load(1); const b = await load(2);`,
      `${PATTERN} b`,
    ],
    ['one read', 'const a = await load(1);', ''],
    [
      'something between them',
      'const a = await load(1); log(a); const b = await load(2);',
      '',
    ],
    [
      'two groups',
      'const a = await load(1); const b = await load(2); log(); const c = await load(3); const d = await load(4);',
      'a b; c d',
    ],
    [
      'a read that needs the other',
      'const a = await load(1); const b = await load(a);',
      '',
    ],
    [
      'a read that needs the first of three',
      'const a = await load(1); const b = await load(2); const c = await load(a); const d = await load(4);',
      'a b; c d',
    ],
    [
      'a read that needs it in an object',
      'const a = await load(1); const b = await load({ a });',
      '',
    ],
    [
      'a read with a property of its name',
      'const a = await load(1); const b = await load({ a: 1 });',
      'a b',
    ],
    [
      'a read that needs a part of it',
      'const { length } = await load(1); const b = await load(length);',
      '',
    ],
    [
      'a read that needs something else of that name',
      'const { length } = await load(1); const b = await load(items.length);',
      '{ length } b',
    ],

    [
      'the same call again',
      'const a = await load(1); const b = await load(2); const c = await load(1);',
      'a b',
    ],
    [
      'a chain on the same object out of sight',
      'declare const db: { find(id?: string): Promise<string>; list(): Promise<string> }; const a = await load(1).then((id) => db.find(id)); const b = await db.list();',
      '',
    ],
    [
      'a chain on an object of its own',
      'declare function getDb(): Promise<{ find(id: number): Promise<string> }>; const a = await getDb().then((db) => db.find(1)); const b = await load(1).then((db) => db.trim());',
      'a b',
    ],

    // Statements.
    ['variables', 'let a = await load(1); let b = await load(2);', ''],
    [
      'exports',
      'export const a = await load(1); export const b = await load(2);',
      '',
    ],
    [
      'two in one statement',
      'const a = await load(1), x = 1; const b = await load(2), y = 1;',
      '',
    ],
    ['no value', 'declare const a: string; const b = await load(2);', ''],
    ['no await', 'const a = load(1); const b = load(2);', ''],
    [
      'no call',
      'declare const p: Promise<string>; const a = await p; const b = await p;',
      '',
    ],
    [
      'what is no promise',
      'declare function getNow(): number; const a = await getNow(); const b = await getNow();',
      '',
    ],
    [
      'what writes',
      'declare function save(id: number): Promise<void>; const a = await save(1); const b = await save(2);',
      '',
    ],

    // Operands.
    [
      'an await',
      'const a = await load(await load(0)); const b = await load(2);',
      '',
    ],
    [
      'a new object',
      'const a = await load(new Date()); const b = await load(2);',
      '',
    ],
    [
      'a counter',
      'let n = 0; const a = await load(n++); const b = await load(n);',
      '',
    ],
    [
      'a counter that goes up before',
      'let n = 0; const a = await load(++n); const b = await load(n);',
      '',
    ],
    [
      'a counter that goes down before',
      'let n = 0; const a = await load(--n); const b = await load(n);',
      '',
    ],
    [
      'a negation',
      'let n = 0; const a = await load(-n); const b = await load(n);',
      'a b',
    ],
    [
      'an assignment',
      'let n = 0; const a = await load(n = 1); const b = await load(n);',
      '',
    ],
    [
      'a comparison',
      'let n = 0; const a = await load(n === 1); const b = await load(n);',
      'a b',
    ],
    [
      'a deletion',
      'const a = await load(delete anything.key); const b = await load(2);',
      '',
    ],
    [
      'a function that does it later',
      'const a = await load(() => { delete anything.key; }); const b = await load(2);',
      'a b',
    ],

    // Objects.
    [
      'one object',
      'declare const api: { get(id: number): Promise<string> }; const a = await api.get(1); const b = await api.get(2);',
      '',
    ],
    [
      'two objects',
      'declare const one: { get(id: number): Promise<string> }; declare const two: typeof one; const a = await one.get(1); const b = await two.get(2);',
      'a b',
    ],
    [
      'one object whose methods can be seen',
      'class Api { get(id: number) { return load(id); } } const api = new Api(); const a = await api.get(1); const b = await api.get(2);',
      'a b',
    ],
    [
      'an object and a function',
      'declare const api: { get(id: number): Promise<string> }; const a = await api.get(1); const b = await load(2);',
      'a b',
    ],
  ],
);

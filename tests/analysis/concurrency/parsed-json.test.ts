import { isParsedJson } from '../../../src/analysis/concurrency/parsed-json.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'is a value what was parsed?',
  asked((program, node) =>
    isParsedJson(program.getTypeChecker(), node) ? 'yes' : 'unknown',
  ),
  [
    ['anything', 'ask(anything);', 'unknown'],
    ['a text', "ask(JSON.parse('[]'));", 'yes'],
    ['a text as a property', "ask(JSON.parse('{}').all);", 'yes'],
    ['another parser', 'ask(anything.parse());', 'unknown'],
    ['a response', 'ask(await anything.json());', 'yes'],
    ['an answer that is sent', 'ask(anything.json(items));', 'unknown'],
    ['then', 'ask(await load().then((r: any) => r.json()));', 'yes'],
    [
      'then with a handler',
      'ask(load().then((r: any) => r.json(), log));',
      'unknown',
    ],
    [
      'then with a block',
      'ask(load().then((r: any) => { log(r.json()); }));',
      'unknown',
    ],
    ['a constant', "const all = JSON.parse('[]'); ask(all);", 'yes'],
    ['a variable', "let all = JSON.parse('[]'); ask(all);", 'unknown'],
    ['a pattern', "const { all } = JSON.parse('[]'); ask(all);", 'yes'],
    [
      'a pattern of a variable',
      "let { all } = JSON.parse('[]'); ask(all);",
      'unknown',
    ],
    ['a parameter', 'function f({ all }: any) { ask(all); }', 'unknown'],
    ['what contains itself', 'const all: any = all.next; ask(all);', 'unknown'],
  ],
);

import fc from 'fast-check';

import { allBlocks } from '../blocks.ts';
import { type Language, LANGUAGES } from '../lint.ts';

/** Code that nobody wrote: right, odd or broken. */
export interface OddProgram {
  code: string;
  language: Language;
}

/** Programs of both kinds: made from a grammar, and pages' examples with something wrong in them. */
export function oddPrograms(): fc.Arbitrary<OddProgram> {
  return fc.oneof(madeUp(), broken());
}

const NAMES = ['a', 'b', 'load', 'results', 'r', 'Promise', 'error', 'items'];

const name = fc.constantFrom(...NAMES);
const method = fc.constantFrom('all', 'allSettled', 'any', 'race');

/** Expressions and statements over the same few names, so that what is declared is also used. */
const grammar = fc.letrec<Record<'expression' | 'statement' | 'block', string>>(
  (tie) => ({
    expression: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'program', withCrossShrink: true },
      name,
      fc.constantFrom('1', "'x'", 'null', '[]', '{}', 'this', 'undefined'),
      template`Promise.${method}([${tie('expression')}, ${tie('expression')}])`,
      template`Promise.${method}(${tie('expression')})`,
      template`Promise?.[${tie('expression')}](...${tie('expression')})`,
      template`await ${tie('expression')}`,
      template`void ${tie('expression')}`,
      template`(${tie('expression')})`,
      template`${tie('expression')}.map(${name} => ${tie('expression')})`,
      template`${tie('expression')}.map(async (${name}, i) => { ${tie('block')} })`,
      template`${tie('expression')}.filter((${name}) => ${name}.status === 'rejected')`,
      template`${tie('expression')}.then(${tie('expression')}, ${tie('expression')})`,
      template`${tie('expression')}.catch(() => ${tie('expression')})`,
      template`${tie('expression')}.finally(${name})`,
      template`${tie('expression')}?.value`,
      template`${tie('expression')}.reason`,
      template`${tie('expression')}['status']`,
      template`(${tie('expression')} as any).value`,
      template`${name} = ${tie('expression')}`,
      template`${tie('expression')} ?? ${tie('expression')}`,
      template`${tie('expression')} ? ${tie('expression')} : ${tie('expression')}`,
      template`new Promise((resolve, reject) => { ${tie('block')} })`,
      template`setTimeout(async () => { ${tie('block')} }, ${tie('expression')})`,
      template`async function ${name}(${name} = ${tie('expression')}) { ${tie('block')} }`,
      template`(async () => { ${tie('block')} })()`,
      template`${name}(${tie('expression')}, ...${name})`,
      template`{ ${name}: ${tie('expression')}, async ${name}() { ${tie('block')} } }`,
      template`class { #p = ${tie('expression')}; async ${name}() { ${tie('block')} } }`,
      template`${tie('expression')}, ${tie('expression')}`,
    ),
    statement: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'program' },
      template`${tie('expression')};`,
      template`const ${name} = ${tie('expression')};`,
      template`let ${name}; ${name} = ${tie('expression')};`,
      template`const [${name}, { ${name} }] = ${tie('expression')};`,
      template`return ${tie('expression')};`,
      template`throw ${tie('expression')};`,
      template`if (${tie('expression')}) { ${tie('block')} } else ${tie('expression')};`,
      template`try { ${tie('block')} } catch (${name}) { ${tie('block')} }`,
      template`try { ${tie('block')} } finally { ${tie('block')} }`,
      template`for (const ${name} of ${tie('expression')}) { ${tie('block')} }`,
      template`for await (const ${name} of ${tie('expression')}) { ${tie('block')} }`,
      template`while (${tie('expression')}) { ${tie('block')} break; }`,
      template`switch (${name}.status) { case 'fulfilled': ${tie('block')} default: ${tie('block')} }`,
      template`async function ${name}(${name}) { ${tie('block')} }`,
      template`async function* ${name}() { yield ${tie('expression')}; }`,
      template`label: { ${tie('block')} }`,
      template`using ${name} = ${tie('expression')};`,
      template`export default ${tie('expression')};`,
    ),
    block: fc
      .array(tie('statement'), { maxLength: 3, depthIdentifier: 'program' })
      .map((statements) => statements.join('\n')),
  }),
);

function template(
  texts: TemplateStringsArray,
  ...parts: fc.Arbitrary<string>[]
): fc.Arbitrary<string> {
  return fc
    .tuple(...parts)
    .map((values) => String.raw({ raw: texts }, ...values));
}

const language = fc.constantFrom(...LANGUAGES);

function madeUp(): fc.Arbitrary<OddProgram> {
  return fc.record({
    code: fc
      .array(grammar.statement, { minLength: 1, maxLength: 4 })
      .map((statements) => `${statements.join('\n')}\n`),
    language,
  });
}

/** What can stand in the place of a token. */
const INTRUDERS = [
  '',
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '.',
  '?.',
  ';',
  ',',
  '`',
  '=>',
  '...',
  'await',
  'return',
  'async',
  'Promise',
  'undefined',
  '@',
  '<div>',
  '\r\n',
  '/*',
  '\u{1F600}',
];

const TOKEN = /\w+|\s+|[^\w\s]/gu;

function broken(): fc.Arbitrary<OddProgram> {
  const blocks = allBlocks();
  const place = fc.double({ min: 0, max: 0.999, noNaN: true });
  const change = fc.record({
    kind: fc.constantFrom('delete', 'duplicate', 'swap', 'replace', 'truncate'),
    at: place,
    other: place,
    length: fc.integer({ min: 1, max: 12 }),
    intruder: fc.constantFrom(...INTRUDERS),
  });
  return fc
    .record({
      block: fc.constantFrom(...blocks),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      language: fc.option(language, { nil: undefined }),
    })
    .map(({ block, changes, language: other }) => {
      const tokens = block.code.match(TOKEN) ?? [];
      for (const { kind, at, other: where, length, intruder } of changes) {
        const start = Math.floor(at * tokens.length);
        const target = Math.floor(where * tokens.length);
        switch (kind) {
          case 'delete':
            tokens.splice(start, length);
            break;
          case 'duplicate':
            tokens.splice(target, 0, ...tokens.slice(start, start + length));
            break;
          case 'swap':
            tokens.splice(target, 0, ...tokens.splice(start, length));
            break;
          case 'replace':
            tokens.splice(start, 1, intruder);
            break;
          case 'truncate':
            tokens.length = Math.max(start, 1);
            break;
        }
      }
      return { code: tokens.join(''), language: other ?? block.language };
    });
}

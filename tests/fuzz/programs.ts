import fc from 'fast-check';
import ts from 'typescript';

import { allBlocks } from '../blocks.ts';
import { type Language, LANGUAGES } from '../lint.ts';

/** Code that nobody wrote: right, odd or broken. */
export interface OddProgram {
  code: string;
  language: Language;
}

const blocks = allBlocks();

/**
 * Programs of both kinds: made from a grammar, and examples of the pages with something wrong in them. In the first
 * turns each example comes as it is, so that every rule has something to say.
 */
export function oddPrograms(turn: number): fc.Arbitrary<OddProgram> {
  const block = blocks[turn];
  return block === undefined
    ? fc.oneof(madeUp(), broken())
    : fc.constant({ code: block.code, language: block.language });
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

type Span = readonly [start: number, end: number];

const LEVELS = ['character', 'token', 'node'] as const;

type Level = (typeof LEVELS)[number];

/** The parts of a text that can be cut out of it. Even a broken text has nodes. */
function spansOf(text: string, level: Level): Span[] {
  switch (level) {
    case 'character':
      return Array.from({ length: text.length }, (_each, at) => [at, at + 1]);
    case 'token':
      return [...text.matchAll(/\w+|\s+|[^\w\s]/gu)].map(
        ({ 0: { length }, index }) => [index, index + length],
      );
    case 'node': {
      const file = ts.createSourceFile(
        'odd.tsx',
        text,
        ts.ScriptTarget.Latest,
        true,
      );
      const spans: Span[] = [];
      const visit = (node: ts.Node): void => {
        spans.push([node.getStart(file), node.end]);
        ts.forEachChild(node, visit);
      };
      ts.forEachChild(file, visit);
      return spans;
    }
  }
}

interface Change {
  kind: 'delete' | 'duplicate' | 'swap' | 'replace' | 'truncate';
  level: Level;
  /** The part that is changed, and another, as shares of all parts. */
  at: number;
  other: number;
  /** How many characters or tokens are taken together. */
  length: number;
  intruder: string;
}

function changed(text: string, change: Change): string {
  const { kind, level, at, other, length, intruder } = change;
  const spans = spansOf(text, level);
  const first = Math.floor(at * spans.length);
  const last = level === 'node' ? first : first + length - 1;
  const [start, begun] = spans[first] ?? [0, 0];
  const end = (spans[last] ?? spans.at(-1))?.[1] ?? begun;
  const [from, to] = spans[Math.floor(other * spans.length)] ?? [0, 0];
  const part = text.slice(start, end);
  switch (kind) {
    case 'delete':
      return text.slice(0, start) + text.slice(end);
    case 'duplicate':
      return text.slice(0, from) + part + text.slice(from);
    case 'swap':
      if (to <= start) {
        return (
          text.slice(0, from) +
          part +
          text.slice(to, start) +
          text.slice(from, to) +
          text.slice(end)
        );
      }
      return text.slice(0, start) + text.slice(from, to) + text.slice(end);
    case 'replace':
      return text.slice(0, start) + intruder + text.slice(end);
    case 'truncate':
      return text.slice(0, end);
  }
}

function broken(): fc.Arbitrary<OddProgram> {
  const place = fc.double({ min: 0, max: 0.999, noNaN: true });
  const change = fc.record<Change>({
    kind: fc.constantFrom('delete', 'duplicate', 'swap', 'replace', 'truncate'),
    level: fc.constantFrom(...LEVELS),
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
    .map(({ block, changes, language: other }) => ({
      code: changes.reduce(changed, block.code),
      language: other ?? block.language,
    }));
}

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { recogniseCombinator } from '../../src/analysis/language/combinators.ts';
import { fateOf } from '../../src/analysis/fates/fates.ts';
import { rejectionOf } from '../../src/analysis/rejections/sources.ts';
import { argumentOf, callsOf, moduleOf } from './asked.ts';

interface Answers {
  kinds: string[];
  /** How often the checker was asked: the work, whatever the machine. */
  work: number;
}

/** A program that counts the questions that its checker is asked. */
function counting(program: ts.Program): [ts.Program, () => number] {
  let work = 0;
  const checker = program.getTypeChecker();
  const counted = new Proxy(checker, {
    get(target, name, receiver): unknown {
      work++;
      return Reflect.get(target, name, receiver);
    },
  });
  const wrapped = Object.assign(Object.create(program) as ts.Program, {
    getTypeChecker: () => counted,
  });
  return [wrapped, () => work];
}

/** Whether each thing that is asked about can reject, asked in the order given. */
function rejectionsOf(
  text: string,
  inOrder = (calls: ts.CallExpression[]): ts.CallExpression[] => calls,
): Answers {
  const [program, file] = moduleOf(text);
  const [counted, work] = counting(program);
  const calls = callsOf(file, 'ask');
  const answers = new Map(
    inOrder([...calls]).map((call) => [
      call,
      rejectionOf(counted, argumentOf(call)).kind,
    ]),
  );
  return {
    kinds: calls.map((call) => answers.get(call) ?? 'not asked'),
    work: work(),
  };
}

/** Who is at the end of each combinator. */
function fatesOf(text: string): Answers {
  const [program, file] = moduleOf(text);
  const [counted, work] = counting(program);
  const kinds: string[] = [];
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const call = recogniseCombinator(counted, node);
    if (call !== undefined) {
      kinds.push(fateOf(counted, call.node).kind);
    }
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return { kinds, work: work() };
}

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('');
}

/** That twice the input is at most a little more than twice the work. */
function expectLinear(
  answersOf: (size: number) => Answers,
  size: number,
): void {
  const { work } = answersOf(size / 2);
  expect(answersOf(size).work).toBeLessThan(work * 2.5);
}

describe('callbacks that are nested', () => {
  const timers = (depth: number): Answers =>
    fatesOf(
      `${times(depth, () => 'setTimeout(async () => {\n')}await Promise.all([load()]);\n${times(depth, () => '});\n')}`,
    );
  const executors = (depth: number): Answers =>
    rejectionsOf(
      `ask(${times(depth, () => 'new Promise((done) => { done(')}1${times(depth, () => '); })')});`,
    );
  const maps = (depth: number): Answers =>
    rejectionsOf(
      `ask(${times(depth, () => 'Promise.all(items.map(async () => { await ')}load()${times(depth, () => '; }))')});`,
    );

  it('are followed 150 deep', () => {
    expect(timers(150).kinds).toEqual(['lost']);
    expectLinear(timers, 150);
  });

  it('are read 150 deep in executors', () => {
    expect(executors(150).kinds).toEqual(['never']);
    expectLinear(executors, 150);
  });

  it('are read 150 deep in maps', () => {
    expect(maps(150).kinds).toEqual(['may']);
    expectLinear(maps, 150);
  });
});

describe('a chain', () => {
  const chain =
    (end: string) =>
    (length: number): Answers =>
      fatesOf(
        `Promise.all([load()])${times(length, () => '.then(log)')}${end};`,
      );

  it('of 300 is followed to its end', () => {
    expect(chain('')(300).kinds).toEqual(['lost']);
    expect(chain('.catch(log)')(300).kinds).toEqual(['handled']);
    expectLinear(chain(''), 300);
  });

  it('of 300 is read to its beginning', () => {
    const read =
      (start: string) =>
      (length: number): Answers =>
        rejectionsOf(`ask(${start}${times(length, () => '.then(log)')});`);
    expect(read('load()')(300).kinds).toEqual(['may']);
    expect(read('load().catch(log)')(300).kinds).toEqual(['never']);
    expectLinear(read('load()'), 300);
  });
});

describe('functions that call each other', () => {
  /** A ring, with a call across it; only the last one may await what rejects. */
  const ring =
    (last: string) =>
    (size: number): string =>
      times(
        size,
        (index) =>
          `async function f${String(index)}() { await f${String((index + 1) % size)}(); if (isReady) await f${String((index * 7) % size)}(); ${index === size - 1 ? last : ''} }\nask(f${String(index)}());\n`,
      );
  const shuffled = (calls: ts.CallExpression[]): ts.CallExpression[] =>
    calls.sort((a, b) => ((a.pos * 7919) % 1013) - ((b.pos * 7919) % 1013));

  it.each([
    ['await load();', 'may'],
    ['await anything;', 'unknown'],
    ['', 'never'],
  ])('have one answer, 500 of them, with %j: %s', (last, kind) => {
    const text = ring(last)(500);
    const expected = Array.from({ length: 500 }, () => kind);
    expect(rejectionsOf(text).kinds).toEqual(expected);
    expect(rejectionsOf(text, (calls) => calls.reverse()).kinds).toEqual(
      expected,
    );
    expect(rejectionsOf(text, shuffled).kinds).toEqual(expected);
  });

  it('cost what their number says', () => {
    expectLinear((size) => rejectionsOf(ring('await load();')(size)), 500);
  });

  it('have different answers where a try stands between them, in any order', () => {
    const text = times(
      400,
      (index) =>
        `async function f${String(index)}() { ${index % 4 === 0 ? `try { await f${String(index + 1)}(); } catch {}` : `await f${String(index + 1)}();`} }\nask(f${String(index)}());\n`,
    );
    const end = 'async function f400() { await load(); }\n';
    const expected = Array.from({ length: 400 }, (_, index) =>
      index > 396 ? 'may' : 'never',
    );
    expect(rejectionsOf(text + end).kinds).toEqual(expected);
    expect(rejectionsOf(text + end, (calls) => calls.reverse()).kinds).toEqual(
      expected,
    );
  });

  it('are not known beyond the bound, whoever is asked first', () => {
    const text = `${times(
      6_000,
      (index) =>
        `async function f${String(index)}() { await f${String(index + 1)}(); }\n`,
    )}async function f6000() { await load(); }\nask(f0());\nask(f3000());\n`;
    const expected = ['unknown', 'may'];
    expect(rejectionsOf(text).kinds).toEqual(expected);
    expect(rejectionsOf(text, (calls) => calls.reverse()).kinds).toEqual(
      expected,
    );
  });
});

describe('a function with 5,000 references', () => {
  const called =
    (last: string) =>
    (count: number): Answers =>
      fatesOf(
        `async function f() { await Promise.all([load()]); }\n${times(count - 1, () => 'f().catch(log);\n')}${last}\n`,
      );

  it('is handled where each of them handles it', () => {
    expect(called('f().catch(log);')(5_000).kinds).toEqual(['handled']);
  });

  it('is lost where the last one drops it', () => {
    expect(called('f();')(5_000).kinds).toEqual(['lost']);
    expectLinear(called('f();'), 5_000);
  });
});

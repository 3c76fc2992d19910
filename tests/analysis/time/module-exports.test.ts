import { describe, expect, it } from 'vitest';

import { lateInModule } from './late.ts';

/** A promise that is started where a module is loaded, with what uses it. */
function loaded(text: string): string {
  return lateInModule(`const a = load();\n${text}\n`, 1);
}

const LATE = 'load() function 1';

describe('whether a module itself calls what takes its promise up', () => {
  it.each([
    ['an exported function', 'export async function get() { return a; }', LATE],
    ['an exported constant', 'export const get = async () => a;', LATE],
    [
      'a class that is exported',
      'export class Store { async get() { return a; } }',
      LATE,
    ],
    ['a default', 'export default async function () { return a; }', LATE],
    ['a default expression', 'export default { get: async () => a };', LATE],
    [
      'a function that is exported later',
      'async function get() { return a; } export { get };',
      LATE,
    ],
    [
      'a function that is called',
      'export async function get() { return a; } get();',
      'none',
    ],
    [
      'a function whose result is kept',
      'export async function get() { return a; } const first = get();',
      'none',
    ],
    [
      'a name for another function, which is exported',
      'let get = async () => a; module.exports = get = async () => 1 as never;',
      'none',
    ],
    [
      'a function that is handed on',
      'export async function get() { return a; } log(get);',
      'none',
    ],
    [
      'a function that another exported one calls',
      'async function get() { return a; } export async function twice() { return get(); }',
      LATE,
    ],
    [
      'a function that another one calls, which is called',
      'async function get() { return a; } async function twice() { return get(); } twice();',
      'none',
    ],
    [
      'functions that call each other',
      'export async function get(): Promise<unknown> { return isReady ? a : twice(); } export async function twice() { return get(); }',
      LATE,
    ],
    [
      'two constants of which one is called',
      'const get = async () => a, twice = () => get(); twice();',
      'none',
    ],
    [
      'a function without a name in a call',
      'anything.use(async () => a);',
      'none',
    ],

    // CommonJS.
    ['exports', 'exports.get = async () => a;', LATE],
    ['module.exports', 'module.exports = async () => a;', LATE],
    [
      'a property of module.exports',
      'module.exports.get = async () => a;',
      LATE,
    ],
    [
      'an object for module.exports',
      'module.exports = { get: async () => a };',
      LATE,
    ],
    ['a method of it', 'module.exports = { async get() { return a; } };', LATE],
    [
      'a class for it',
      'module.exports = class { async get() { return a; } };',
      LATE,
    ],
    ['both', 'module.exports = exports = { get: async () => a };', LATE],
    [
      'a name for it',
      'async function get() { return a; } exports.get = get;',
      LATE,
    ],
    [
      'a short property for it',
      'async function get() { return a; } module.exports = { get };',
      LATE,
    ],
    ['another object', 'anything.get = async () => a;', 'none'],
    [
      'another object with such a name',
      'anything.exports = async () => a;',
      'none',
    ],
    ['a longer name', 'exportsOf = async () => a;', 'none'],
    ['a comparison with exports', 'exports.get === (async () => a);', 'none'],
  ])('%s: %s', (_name, text, expected) => {
    expect(loaded(text)).toBe(expected);
  });
});

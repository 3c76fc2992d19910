import ts from 'typescript';
import { expect, it } from 'vitest';

import { isOvertaken } from '../../../src/analysis/concurrency/calls-between.ts';
import { moduleOf } from '../asked.ts';

const GIVEN = `interface Api { user(id: unknown): Promise<string>; save(id?: unknown): Promise<void>; getAll(): Promise<string[]> }
declare const api: Api;
declare const options: { text: string; list: string[]; api: Api };
declare class Model { static all(id?: unknown): Promise<string>; static drop(): Promise<void> }
declare function other(...values: unknown[]): Promise<void>;
declare function saveAll(): Promise<void>;
async function change() { options.text = ''; }
`;

/** Whether what is called between the start that `const started` keeps, and the statement `void started`, may matter to it. */
function isOvertakenIn(start: string, between: string): boolean {
  const [program, file] = moduleOf(
    `${GIVEN}class Page { text = ''; list = [1]; declare next: () => Promise<void>; async f(id: string) {
const started = ${start};
${between};
void started; } }`,
  );
  let code: ts.Node | undefined;
  let place: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'started') {
      code = node.initializer;
    }
    if (ts.isVoidExpression(node)) {
      place = node.expression;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (code === undefined || place === undefined) {
    throw new Error('nothing is started');
  }
  return isOvertaken(program, code, place);
}

it.each([
  ['load(options.text)', 'await other(options)', true],
  ['load(options.text)', 'await other(options.list)', true],
  ['load(options.text)', 'await other([options])', true],
  ['load(options.text)', 'new Model(options)', true],
  ['load(options.text)', 'await other(options.text)', false],
  ['load(options.text)', 'await options.api.getAll()', true],
  ['load(options)', 'items.forEach(() => other(options))', true],
  ['load(options)', 'JSON.stringify(options)', false],
  ['load(options)', 'Object.assign(options, {})', true],
  ['load(options)', 'new Set([options])', false],
  ['load(options)', 'console.log(options)', false],
  ['load(id)', 'await other(id)', false],
  ['load(this.text)', 'this.next()', true],
  ['load(this.text)', 'await other(this)', true],
  ['load(this.text)', 'await other(this.list)', true],
  ['load(this.text)', 'await other(this.text)', false],
  ['load(id)', 'this.next()', false],
  ['load(id)', 'await load(1)', true],
  ['load(id)', 'load', false],
  ['api.user(id)', 'await api.save()', true],
  ['api.user(id)', 'await api.user(1)', true],
  ['api.user(id)', 'await api.getAll()', false],
  ['api.user(id)', 'await other(api)', true],
  ['api.user(id)', 'await other()', false],
  ['Model.all()', 'await Model.drop()', true],
  ['load(id)', 'await saveAll()', true],
  ['load(id)', 'await change()', true],
  ['Promise.all(items.map(load))', 'await Promise.all([other()])', false],
  ['load(id).then(log)', 'await other().then(log)', false],
  ["import('a')", "await import('b')", false],
])('%s before %s: %j', (start, between, expected) => {
  expect(isOvertakenIn(start, between)).toBe(expected);
});

import type ts from 'typescript';

import { signalPlaceOf } from '../../../src/analysis/time/abort-signals.ts';
import { limitedBy } from '../../../src/analysis/time/time-limits.ts';
import { asked, type Case, catalogue } from '../asked.ts';

const GIVEN = `
declare const signal: AbortSignal;
declare function get(url: string, options?: { signal?: AbortSignal; retries?: number }): Promise<string>;
declare function put(url: string, body: string, options?: { signal?: AbortSignal | null; retries?: number }): Promise<string>;
declare function begin(options?: { signal?: AbortSignal }): Promise<string>;
declare function find(id: number, signal?: AbortSignal): Promise<string>;
declare function stop(id: number, state?: { aborted: boolean }): Promise<string>;
declare function hear(id: number, target?: EventTarget): Promise<string>;
`;

function ofCalls(...cases: Case[]): Case[] {
  return cases.map(([name, call, answer]) => [
    name,
    `${GIVEN} ask(${call});`,
    answer,
  ]);
}

catalogue(
  'where does a call take a signal?',
  asked((program, call) => {
    const place = signalPlaceOf(
      program.getTypeChecker(),
      call as ts.CallExpression,
    );
    return place?.kind === 'property'
      ? `property of ${place.of.getText()}`
      : (place?.kind ?? 'nowhere');
  }),
  ofCalls(
    ['in an object that is not there', "get('/')", 'object'],
    [
      'in an object that is there',
      "get('/', { retries: 1 })",
      'property of { retries: 1 }',
    ],
    [
      'in an object that is there, behind a body',
      "put('/', 'a', { retries: 1 })",
      'property of { retries: 1 }',
    ],
    ['in an object behind a body', "put('/', 'a')", 'object'],
    ['not, where the body is not there', "put('/')", 'nowhere'],
    ['not, where the object is spread', "get('/', { ...anything })", 'nowhere'],
    [
      'not, where the object is spread beside a property',
      "get('/', { retries: 1, ...{ retries: 2 } })",
      'nowhere',
    ],
    ['not, where the object has one', "get('/', { signal })", 'nowhere'],
    [
      'not, where an object has one that a name stands for',
      "get('/', init as RequestInit)",
      'nowhere',
    ],
    ['in an object that is all it takes', 'begin()', 'object'],
    ['as an argument', 'find(1)', 'argument'],
    ['not, where it is given', 'find(1, signal)', 'nowhere'],
    ['not, where arguments are spread', 'find(...([1] as const))', 'nowhere'],
    [
      'not, where arguments are spread behind another one',
      'get("/", ...([] as const))',
      'nowhere',
    ],
    ['not, where there is only a state', 'stop(1)', 'nowhere'],
    ['not, where there is only a target', 'hear(1)', 'nowhere'],
    ['not, where it takes none', 'load(1)', 'nowhere'],
    ['not, where it is any', 'anything.get(1)', 'nowhere'],
  ),
);

/** Cases of a timer, which `controller` and others are there for. */
function ofTimers(...cases: Case[]): Case[] {
  return cases.map(([name, text, answer]) => [
    name,
    `const controller = new AbortController(); const request = new XMLHttpRequest(); ${text}`,
    answer,
  ]);
}

catalogue(
  'what does a timer abort?',
  asked(
    (program, timer) =>
      limitedBy(program, timer)
        .map(({ text }) => text)
        .join(', ') || 'nothing',
  ),
  ofTimers(
    [
      'a controller',
      'const timer = setTimeout(() => controller.abort(), 5000); ask(timer);',
      'controller',
    ],
    [
      'a controller, by a timer of the window',
      'const timer = window.setTimeout(() => { controller.abort(); }, 5000); ask(timer);',
      'controller',
    ],
    [
      'a controller, by a timer that is set later',
      'let timer; timer = setTimeout(() => controller.abort(), 5000); ask(timer);',
      'controller',
    ],
    [
      'a controller of an object',
      'declare const job: { controller: AbortController }; const timer = setTimeout(() => job.controller.abort(), 5000); ask(timer);',
      'job.controller',
    ],
    [
      'nothing, by another function',
      'const timer = setTimeoutSafely(() => controller.abort(), 5000); ask(timer);',
      'nothing',
    ],
    [
      'nothing, where it only asks',
      'const timer = setTimeout(() => log(controller.signal.aborted), 5000); ask(timer);',
      'nothing',
    ],
    [
      'no request',
      'const timer = setTimeout(() => request.abort(), 5000); ask(timer);',
      'nothing',
    ],
    [
      'nothing of the program',
      'declare const job: { abort(): void }; const timer = setTimeout(() => job.abort(), 5000); ask(timer);',
      'nothing',
    ],
    [
      'nothing that is made on the spot',
      'const timer = setTimeout(() => new AbortController().abort(), 5000); ask(timer);',
      'nothing',
    ],
    [
      'nothing without a callback',
      'const timer = setTimeout(); ask(timer);',
      'nothing',
    ],
    [
      'what may be a controller',
      'declare const job: AbortController | { abort(): void }; const timer = setTimeout(() => job.abort(), 5000); ask(timer);',
      'job',
    ],
    [
      'nothing that is declared nowhere',
      "declare const jobs: Record<'abort', () => void>; const timer = setTimeout(() => jobs.abort(), 5000); ask(timer);",
      'nothing',
    ],
    ['nothing by a name alone', 'ask(missing);', 'nothing'],
    [
      'nothing by a parameter',
      'export function f(timer: number) { ask(timer); }',
      'nothing',
    ],
    [
      'nothing by a timer that is imported',
      "import { timer } from './timer'; ask(timer);",
      'nothing',
    ],
  ),
);

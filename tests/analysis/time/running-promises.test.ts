import { mayRejectByItself } from '../../../src/analysis/time/running-promises.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'may it reject whatever the code does next?',
  asked((program, expression) =>
    mayRejectByItself(program, expression) ? 'yes' : 'no',
  ),
  [
    ['a promise', 'ask(load(1));', 'yes'],
    ['promises', 'ask(items.map((item) => load(item)));', 'yes'],
    ['values', 'ask(items.map(String));', 'no'],
    ['any', 'ask(anything.get());', 'no'],
    ['a promise or nothing', 'ask(isReady ? load(1) : undefined);', 'yes'],
    [
      'a promise or a thenable',
      'declare function find(): Promise<string> | PromiseLike<string>; ask(find());',
      'no',
    ],
    [
      'a thenable without a name',
      'declare function find(): { then(done: () => void): void }; ask(find());',
      'no',
    ],

    // Assertions.
    [
      'an assertion that it rejects',
      "declare const expect: any; ask(expect(load(1)).rejects.toThrow('no') as Promise<void>);",
      'no',
    ],
    [
      'an assertion of a promise by its type',
      'declare function expect(it: unknown): { rejects: { toThrow(): Promise<void> }; toBe(): Promise<void> }; ask(expect(load(1)).rejects.toThrow());',
      'no',
    ],
    [
      'another one that gives a promise',
      'declare function expect(it: unknown): { rejects: { toThrow(): Promise<void> }; toBe(): Promise<void> }; ask(expect(load(1)).toBe());',
      'yes',
    ],
    [
      'an assertion that is a function',
      'declare function rejects(it: unknown): Promise<void>; ask(rejects(load(1)));',
      'no',
    ],
    [
      'an assertion in chai',
      'declare const result: { should: { be: { rejectedWith(error: unknown): Promise<void> } } }; ask(result.should.be.rejectedWith(Error));',
      'no',
    ],
    [
      'a function with a longer name',
      'declare function rejectsAll(it: unknown): Promise<void>; ask(rejectsAll(load(1)));',
      'yes',
    ],

    // Deferred promises.
    [
      'a new promise',
      'ask(new Promise<string>((resolve, reject) => { anything.get(resolve, reject); }));',
      'yes',
    ],
    [
      'a new one in a function that is kept',
      'anything.run = () => { ask(new Promise<string>((resolve, reject) => { anything.get(resolve, reject); })); };',
      'yes',
    ],
    [
      'a new one that is given nothing',
      'declare const Job: new () => Promise<string>; ask(new Job);',
      'yes',
    ],
    [
      'one whose reject is kept',
      'let stop; ask(new Promise<string>((resolve, reject) => { anything.get(resolve); stop = reject; }));',
      'no',
    ],
    [
      'one whose reject is kept in an object',
      'ask(new Promise<string>((resolve, reject) => { anything.set({ resolve, reject }); }));',
      'no',
    ],
    [
      'one whose reject is called in a function that is kept',
      "ask(new Promise<string>((resolve, reject) => { anything.get(resolve); anything.stop = () => reject(new Error('stop')); }));",
      'no',
    ],
    [
      'one whose reject is given away and kept',
      'let stop; ask(new Promise<string>((resolve, reject) => { anything.get(resolve, reject); stop = reject; }));',
      'no',
    ],
    [
      'one whose reject is called in a function that is given away',
      "ask(new Promise<string>((resolve, reject) => { anything.get(resolve, () => reject(new Error('stop'))); }));",
      'yes',
    ],
    [
      'a call that is given such a function',
      'let stop; declare function make(run: (resolve: unknown, reject: unknown) => void): Promise<string>; ask(make((resolve, reject) => { stop = reject; }));',
      'yes',
    ],

    // What functions pass on.
    [
      'a thenable of another kind',
      'interface Query extends Promise<string> { cancel(): void } declare function query(): Query; function find(): Promise<string> { return query(); } ask(find());',
      'no',
    ],
    [
      'a thenable of another kind, or a promise',
      'interface Query extends Promise<string> { cancel(): void } declare function query(): Query; function find(): Promise<string> { if (isReady) return load(1); return query(); } ask(find());',
      'no',
    ],
    [
      'a value, or a promise',
      'function find() { if (isReady) return 1; return load(1); } ask(find());',
      'yes',
    ],
    [
      'a promise that has a handler',
      'function find() { const job = load(1); job.catch(log); return job; } ask(find());',
      'no',
    ],

    // What the place says.
    [
      'any for a promise',
      'declare function ask(it: Promise<string>): void; ask(anything.get());',
      'yes',
    ],
    [
      'any for a thenable',
      'declare function ask(it: PromiseLike<string>): void; ask(anything.get());',
      'no',
    ],
    [
      'any with a handler, for a promise',
      'declare function ask(it: Promise<string>): void; ask(anything.get().catch(log));',
      'no',
    ],
    [
      'any, of which one branch has a handler, for a promise',
      'declare function ask(it: Promise<string>): void; ask(isReady ? anything.get() : anything.get().catch(log));',
      'no',
    ],
    [
      'any by a method with such a word, for a promise',
      'declare function ask(it: Promise<string>): void; ask(anything.catchAll());',
      'yes',
    ],
    [
      'any by a call without a name, for a promise',
      'declare function ask(it: Promise<string>): void; ask(anything[0]());',
      'yes',
    ],
  ],
);

import {
  type AggregateMisread,
  aggregateMisreadsOf,
} from '../../../src/analysis/handlers/aggregate-misreads.ts';
import { askedOfCall, catalogue, type Case } from '../asked.ts';

function told(misread: AggregateMisread): string {
  switch (misread.kind) {
    case 'instanceof':
      return `${misread.narrows ? 'narrowing' : 'instanceof'} ${misread.name}`;
    case 'name':
    case 'property':
      return `${misread.kind} ${misread.name}`;
    default:
      return misread.kind;
  }
}

const misreads = askedOfCall((program, call) => {
  const found = aggregateMisreadsOf(program, call).map(told);
  return found.length === 0 ? 'none' : found.join(', ');
});

const ANY = 'Promise.any([load(1), load(2)])';

/** Handlers by their block, in a `catch` around the await. */
function caught(...cases: Case[]): Case[] {
  return cases.map(([name, block, answer]) => [
    name,
    `try { await ${ANY}; } catch (e: any) { ${block} }`,
    answer,
  ]);
}

catalogue(
  'what a handler does with the error',
  misreads,
  caught(
    ['its message is read', 'log(e.message);', 'message'],
    [
      'its message is searched',
      `if (e.message.includes('404')) log();`,
      'message',
    ],
    ['it is made a text', 'log(`${e}`);', 'message'],
    ['it is made a text by String', 'log(String(e));', 'message'],
    ['it is made a text by toString', 'log(e.toString());', 'message'],
    ['it is made a text by +', `log('failed: ' + e);`, 'message'],
    [
      'it is read by another name',
      'const err = e as Error; log(err.message);',
      'message',
    ],
    [
      'its class is asked for',
      'if (e instanceof TypeError) log();',
      'instanceof TypeError',
    ],
    [
      'several classes are asked for',
      'if (e instanceof TypeError || e instanceof RangeError) log();',
      'instanceof TypeError, instanceof RangeError',
    ],
    ['Error is asked for', 'if (e instanceof Error) log();', 'none'],
    [
      'its name is compared',
      `if (e.name === 'AbortError') log();`,
      'name AbortError',
    ],
    ['its name is logged', 'log(e.name);', 'none'],
    ['a property is read', 'log(e.code);', 'property code'],
    [
      'a property and the message',
      'log(e.response?.data ?? e.message);',
      'property response',
    ],
    ['a property is written', 'e.retried = true; throw e;', 'none'],
    [
      'a function throws a new error',
      `log(() => { throw new Error('failed'); });`,
      'none',
    ],
    ['a new error takes its place', `throw new Error('failed');`, 'replaced'],
    ['a new error says its message', 'throw new Error(e.message);', 'message'],
    [
      'a new error has it as its cause',
      'throw new Error(e.message, { cause: e });',
      'none',
    ],
    ['it is logged whole', 'log(e, e.message);', 'none'],
    [
      'it is logged whole, and its class decides',
      'log(e); if (e instanceof TypeError) log();',
      'instanceof TypeError',
    ],
    ['its errors are read', 'log(e.errors, e.message);', 'none'],
    ['it is tested for being there', 'if (e) log();', 'none'],
    // What shows that the handler knows what it has.
    [
      'errors are asked for',
      "if ('errors' in e) log(); log(e.message);",
      'none',
    ],
    ['the message is asked for', "if ('message' in e) log();", 'none'],
    [
      'another property is asked for',
      "if ('code' in e) log(); log(e.message);",
      'message',
    ],
    [
      'AggregateError is asked for',
      'if (e instanceof AggregateError) log(); log(e.message);',
      'none',
    ],
    [
      'AggregateError is asked for beside another class',
      'if (e instanceof AggregateError || e instanceof TypeError) log();',
      'none',
    ],
    [
      'the name of AggregateError is compared',
      "if (e.name === 'AggregateError') log(); log(e.code);",
      'none',
    ],
    [
      'the text AggregateError is compared with something else',
      "if (e.code === 'AggregateError') log();",
      'none',
    ],

    // Messages.
    ['another member is made a text', 'log(`${e.code}`);', 'property code'],
    ['its stack is read', 'log(e.stack);', 'none'],
    ['its cause is read', 'log(e.cause);', 'none'],
    [
      'a method of all objects is called',
      "log(e.hasOwnProperty('a'));",
      'none',
    ],
    [
      'the message is looked at by a test',
      'expect(e.message).toBe(1);',
      'none',
    ],
    [
      'the message is logged beside a test',
      'expect(e.message).toBe(1); log(e.message);',
      'message',
    ],

    // Classes.
    [
      'a class that narrows',
      'if (e instanceof TypeError) log(e.message);',
      'narrowing TypeError',
    ],
    [
      'a class, and a text elsewhere',
      'if (e instanceof TypeError) log(); else log(`${e}`);',
      'narrowing TypeError',
    ],
    [
      'a class, and the error elsewhere',
      'if (e instanceof TypeError) log(); else if (e) log();',
      'instanceof TypeError',
    ],
    ['Object is asked for', 'if (e instanceof Object) log();', 'none'],
    [
      'a class, and a member where it holds',
      'if (e instanceof RangeError && e.code === 404) log();',
      'narrowing RangeError',
    ],
    [
      'a class, and a member where it does not hold',
      'if (e instanceof RangeError || e.code === 404) log();',
      'narrowing RangeError, property code',
    ],
    [
      'a class whose instances have no name',
      'if (e instanceof (anything as { new (): Error & Request; prototype: Error & Request })) log();',
      'none',
    ],
    [
      'a class that cannot be resolved',
      'if (e instanceof anything) log();',
      'none',
    ],
    [
      'a class of instances that are not known',
      'const C: { new (): any; prototype: any } = anything; if (e instanceof C) log();',
      'none',
    ],
    [
      'a class that decides by itself',
      'class C { static [Symbol.hasInstance]() { return true; } } if (e instanceof C) log();',
      'none',
    ],
    [
      'a class with other static members',
      'class C { static a = 1; static [Symbol.iterator]() { return items; } } if (e instanceof C) log();',
      'instanceof C',
    ],
    [
      'an expression without a prototype',
      'const C = { [Symbol.hasInstance]: anything }; if (e instanceof C) log();',
      'none',
    ],

    // Names.
    [
      'its name is compared with that of a base',
      "if (e.name === 'Error') log();",
      'none',
    ],
    [
      'its name is one of several',
      "if (['AbortError', 'TimeoutError'].includes(e.name)) log();",
      'name AbortError',
    ],
    [
      'its name is one of several, a base among them',
      "if (['AbortError', 'Error'].includes(e.name)) log();",
      'none',
    ],
    [
      'its name is taken out of it',
      "const { name } = e; if (name === 'AbortError') log();",
      'none',
    ],

    // Properties, where the error goes on.
    ['a property is read, and it goes on', 'log(e.code); throw e;', 'none'],
    [
      'a property decides, and it goes on',
      'if (e.code === 404) log(); throw e;',
      'property code',
    ],
    [
      'its message decides, and it goes on',
      "if (e.message === 'a') log(); throw e;",
      'none',
    ],
    [
      'a property is taken out of it',
      'const { code } = e; log(code);',
      'property code',
    ],

    // What takes its place.
    ['a new error behind a log', "log(1); throw new Error('a');", 'replaced'],
    ['what is thrown is no new error', 'throw anything;', 'none'],
    [
      'a new error in a branch',
      "if (isReady) { throw new Error('a'); }",
      'replaced',
    ],
  ),
);

catalogue('what takes the place of the error', misreads, [
  [
    'in a handler that names it',
    `try { await ${ANY}; } catch (e) { throw new Error('a'); }`,
    'replaced',
  ],
  [
    'in a handler that rejects',
    `${ANY}.catch((e) => Promise.reject(new Error('a')));`,
    'replaced',
  ],
  [
    'in a handler that returns a rejection',
    `${ANY}.catch((e) => { return Promise.reject(new Error('a')); });`,
    'replaced',
  ],
  [
    'in a handler that makes a rejection and does not return it',
    `${ANY}.catch((e) => { Promise.reject(new Error('a')); });`,
    'none',
  ],
  [
    'in a handler that rejects with what is no new error',
    `${ANY}.catch((e) => Promise.reject(anything));`,
    'none',
  ],
  [
    'in a handler that rejects with nothing',
    `${ANY}.catch((e) => Promise.reject());`,
    'none',
  ],
  [
    'in a handler that goes on with a new error',
    `${ANY}.catch((e) => Promise.resolve(new Error('a')));`,
    'none',
  ],
  [
    'in a handler that leaves it out by its name',
    `try { await ${ANY}; } catch (_e) { throw new Error('a'); }`,
    'none',
  ],
  [
    'in a handler whose name ends like that',
    `try { await ${ANY}; } catch (e_) { throw new Error('a'); }`,
    'replaced',
  ],
  [
    'in a handler that takes nothing out of it',
    `try { await ${ANY}; } catch ({}) { throw new Error('a'); }`,
    'none',
  ],
]);

catalogue('which handler sees the error', misreads, [
  [
    'the catch around the await',
    `try { await ${ANY}; } catch (e: any) { log(e.message); }`,
    'message',
  ],
  [
    'the catch around a return with await',
    `async function f() { try { return await ${ANY}; } catch (e: any) { log(e.message); } }`,
    'message',
  ],
  [
    'the catch around a return without await',
    `async function f() { try { return ${ANY}; } catch (e: any) { log(e.message); } }`,
    'none',
  ],
  [
    'the catch around the await of a name',
    `const p = ${ANY};\ntry { await p; } catch (e: any) { log(e.message); }`,
    'message',
  ],
  [
    'a catch that several awaits share',
    `try { await ${ANY}; await load(); } catch (e: any) { log(e.message); }`,
    'none',
  ],
  ['the handler of catch', `${ANY}.catch((e) => log(e.message));`, 'message'],
  [
    'the handler of catch after then',
    `${ANY}.then((v) => v.length).catch((e) => log(e.message));`,
    'message',
  ],
  [
    'the handler of catch after a then that returns a promise',
    `${ANY}.then((v) => load(v)).catch((e) => log(e.message));`,
    'none',
  ],
  [
    'the handler of catch after finally',
    `${ANY}.finally(() => log()).catch((e) => log(e.message));`,
    'message',
  ],
  [
    'the second argument of then',
    `${ANY}.then(log, (e) => log(e.message));`,
    'message',
  ],
  [
    'the handler after a handler',
    `${ANY}.catch(() => 1).catch((e) => log(e.message));`,
    'none',
  ],
  [
    'a handler inside the try',
    `try { await ${ANY}.catch(() => 1); } catch (e: any) { log(e.message); }`,
    'none',
  ],
  [
    'a class beside a call that may throw',
    `try { JSON.parse(await ${ANY}); } catch (e) { if (e instanceof SyntaxError) log(); }`,
    'none',
  ],
  [
    'a class after a then that may throw',
    `${ANY}.then((v) => JSON.parse(v) as number).catch((e) => { if (e instanceof SyntaxError) log(); });`,
    'none',
  ],
  [
    'another combinator',
    `try { await Promise.all([load()]); } catch (e: any) { log(e.message); }`,
    'none',
  ],
  [
    'a combinator of another library',
    `declare class Own { static any(list: unknown[]): Promise<string>; } try { await Own.any([load(1)]); } catch (e: any) { log(e.message); } await Promise.any([load(1)]);`,
    'none',
  ],
]);

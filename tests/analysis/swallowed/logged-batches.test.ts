import ts from 'typescript';

import { loggedBatchOf } from '../../../src/analysis/swallowed/logged-batches.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** A batch that a loop waits for, with what is done in its `catch`. */
function loop(handling: string): string {
  return `for (;;) { try { await Promise.all(items.map(load)); } catch (error) { ${handling} } }`;
}

catalogue(
  'does a loop only log what fails?',
  askedOfCall((program, call) => {
    const batch = loggedBatchOf(program, call);
    return batch === undefined
      ? 'no'
      : `${batch.saysMore ? 'yes, and goes on: ' : 'yes: '}${ts.isCatchClause(batch.handler) ? 'catch' : batch.handler.getText()}`;
  }),
  [
    // What logs.
    ['console', loop('console.error(error);'), 'yes: catch'],
    ['console and on', loop('console.error(error); continue;'), 'yes: catch'],
    ['console and out', loop('console.error(error); break;'), 'no'],
    ['a function by its name', loop('log(error);'), 'yes: catch'],
    ['a function by the first word', loop('anything; logError(error);'), 'no'],
    ['a function whose name begins so', loop('logError(error);'), 'yes: catch'],
    ['a function whose name ends so', loop('keepLog(error);'), 'no'],
    ['a function with another name', loop('report(error);'), 'no'],
    ['a logger', loop('anything.logger.warn(error);'), 'yes: catch'],
    [
      'a logger in brackets',
      loop("anything['logger'].warn(error);"),
      'yes: catch',
    ],
    ['a logger by its name', loop('jobLogger.warn(error);'), 'yes: catch'],
    ['something else', loop('anything.store.warn(error);'), 'no'],
    ['what a function gives', loop('getLogger().warn(error);'), 'no'],
    ['a call without a name', loop('anything[0](error);'), 'no'],
    ['no call', loop('error;'), 'no'],
    ['nothing', loop(''), 'no'],

    // Where it stands.
    [
      'a loop without a block',
      'for (const item of items) try { await Promise.all([load(item)]); } catch (error) { log(error); }',
      'yes: catch',
    ],
    [
      'no loop',
      'try { await Promise.all([load()]); } catch (error) { log(error); }',
      'no',
    ],
    [
      'a block of something else without a loop',
      'if (isReady) { try { await Promise.all([load()]); } catch (error) { log(error); } }',
      'no',
    ],
    [
      'a branch in a loop',
      'for (;;) { if (isReady) { try { await Promise.all([load()]); } catch (error) { log(error); } } }',
      'no',
    ],
    [
      'another combinator',
      'for (;;) { try { await Promise.any([load()]); } catch (error) { log(error); } }',
      'no',
    ],
    [
      'a name for the values',
      'for (;;) { try { const all = await Promise.all([load()]); } catch (error) { log(error); } }',
      'no',
    ],
    [
      'no await',
      'for (;;) { try { Promise.all([load()]); } catch (error) { log(error); } }',
      'no',
    ],
    [
      'a finally',
      'for (;;) { try { log(); } finally { await Promise.all([load()]); } }',
      'no',
    ],
    [
      'a try without a catch',
      'for (;;) { try { await Promise.all([load()]); } finally { log(); } }',
      'no',
    ],
    [
      'a block in the try',
      'for (;;) { try { { await Promise.all([load()]); } } catch (error) { log(error); } }',
      'no',
    ],
    [
      'a statement without a block',
      'for (;;) { try { if (isReady) await Promise.all([load()]); } catch (error) { log(error); } }',
      'no',
    ],
    [
      'what cannot be rejected',
      'for (;;) { try { await Promise.all([Promise.resolve(1)]); } catch (error) { log(error); } }',
      'no',
    ],

    // What stands behind it.
    [
      'a log behind it',
      "for (;;) { try { await Promise.all([load()]); log('done'); } catch (error) { log(error); } }",
      'yes, and goes on: catch',
    ],
    [
      'work behind it',
      'for (;;) { try { await Promise.all([load()]); load(); } catch (error) { log(error); } }',
      'no',
    ],

    // A handler of its own.
    [
      'a chained log',
      'for (;;) { await Promise.all([load()]).catch((error) => console.error(error)); }',
      'yes: (error) => console.error(error)',
    ],
    [
      'a chained block of logs',
      'for (;;) { await Promise.all([load()]).catch((error) => { log(error); log(1); }); }',
      'yes: (error) => { log(error); log(1); }',
    ],
    [
      'a chained block of nothing',
      'for (;;) { await Promise.all([load()]).catch(() => {}); }',
      'no',
    ],
    [
      "the log's own method, chained",
      'for (;;) { await Promise.all([load()]).catch(console.error); }',
      'yes: console.error',
    ],
    [
      'a function of another module, chained',
      'for (;;) { await Promise.all([load()]).catch(anything.report); }',
      'no',
    ],
    [
      'a chained handler that does something else',
      'for (;;) { await Promise.all([load()]).catch((error) => anything.report(error)); }',
      'no',
    ],
    [
      'a chained handler without a loop',
      'await Promise.all([load()]).catch(console.error);',
      'no',
    ],
    [
      'a chained reaction to success',
      'for (;;) { await Promise.all([load()]).then(console.error); }',
      'no',
    ],
    [
      'two chained handlers',
      'for (;;) { await Promise.all([load()]).then(log, console.error); }',
      'no',
    ],
    [
      'a chained handler that is spread',
      'for (;;) { await Promise.all([load()]).catch(...[console.error]); }',
      'no',
    ],
    [
      'a chain without a handler',
      'for (;;) { await Promise.all([load()]).catch(); }',
      'no',
    ],
    [
      'a handler of the second argument of a call',
      'for (;;) { await anything.catch(console.error, Promise.all([load()])); }',
      'no',
    ],
    [
      'a branch of the try',
      'for (;;) { try { await Promise.all([load()]); } finally { log(1); } log(2); }',
      'no',
    ],
    [
      'the catch of a try',
      'for (;;) { try { log(1); } catch (error) { await Promise.all([load()]); } }',
      'no',
    ],
  ],
);

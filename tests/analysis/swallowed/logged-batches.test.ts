import { loggedBatchOf } from '../../../src/analysis/swallowed/logged-batches.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** A batch that a loop waits for, with what is done in its `catch`. */
function loop(handling: string): string {
  return `for (;;) { try { await Promise.all(items.map(load)); } catch (error) { ${handling} } }`;
}

catalogue(
  'does a loop only log what fails?',
  askedOfCall((program, call) =>
    loggedBatchOf(program, call) === undefined ? 'no' : 'yes',
  ),
  [
    // What logs.
    ['console', loop('console.error(error);'), 'yes'],
    ['console and on', loop('console.error(error); continue;'), 'yes'],
    ['console and out', loop('console.error(error); break;'), 'no'],
    ['a function by its name', loop('log(error);'), 'yes'],
    ['a function by the first word', loop('anything; logError(error);'), 'no'],
    ['a function whose name begins so', loop('logError(error);'), 'yes'],
    ['a function whose name ends so', loop('keepLog(error);'), 'no'],
    ['a function with another name', loop('report(error);'), 'no'],
    ['a logger', loop('anything.logger.warn(error);'), 'yes'],
    ['a logger in brackets', loop("anything['logger'].warn(error);"), 'yes'],
    ['a logger by its name', loop('jobLogger.warn(error);'), 'yes'],
    ['something else', loop('anything.store.warn(error);'), 'no'],
    ['what a function gives', loop('getLogger().warn(error);'), 'no'],
    ['a call without a name', loop('anything[0](error);'), 'no'],
    ['no call', loop('error;'), 'no'],
    ['nothing', loop(''), 'no'],

    // Where it stands.
    [
      'a loop without a block',
      'for (const item of items) try { await Promise.all([load(item)]); } catch (error) { log(error); }',
      'yes',
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
  ],
);

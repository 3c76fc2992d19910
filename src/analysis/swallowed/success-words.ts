import { wordsOf } from '../language/words.ts';

// What is said to people and to other code is read by its words: there is no type for "all went well".

/** Words that say of something that it was done. */
const DONE: ReadonlySet<string> = new Set([
  'added',
  'applied',
  'archived',
  'assigned',
  'built',
  'cleared',
  'complete',
  'completed',
  'copied',
  'created',
  'deleted',
  'delivered',
  'deployed',
  'done',
  'downloaded',
  'exported',
  'finished',
  'generated',
  'imported',
  'initialised',
  'initialized',
  'inserted',
  'installed',
  'invited',
  'loaded',
  'migrated',
  'moved',
  'notified',
  'processed',
  'published',
  'purged',
  'refreshed',
  'registered',
  'removed',
  'renamed',
  'replaced',
  'restored',
  'revoked',
  'saved',
  'sent',
  'stored',
  'submitted',
  'succeed',
  'succeeded',
  'success',
  'successful',
  'successfully',
  'synced',
  'synchronised',
  'synchronized',
  'transferred',
  'updated',
  'uploaded',
  'warmed',
  'written',
]);

/** Words by which a text says that it may be otherwise, or that it is about something else. */
const DOUBT: ReadonlySet<string> = new Set([
  'attempt',
  'attempted',
  'attempting',
  'begin',
  'can',
  'cannot',
  'could',
  'couldn',
  'error',
  'errored',
  'errors',
  'fail',
  'failed',
  'failing',
  'failure',
  'failures',
  'if',
  'maybe',
  'no',
  'not',
  'nothing',
  'partial',
  'partially',
  'pending',
  'request',
  'requested',
  'skip',
  'skipped',
  'skipping',
  'some',
  'start',
  'started',
  'starting',
  'tried',
  'try',
  'trying',
  'unable',
  'unless',
  'until',
  'wait',
  'waiting',
  'warning',
  'when',
  'will',
  'without',
]);

/** Words of names that hold a state. */
const STATE: ReadonlySet<string> = new Set([
  'outcome',
  'phase',
  'result',
  'stage',
  'state',
  'status',
]);

/** Words of functions that tell somebody something. */
const TELLS: ReadonlySet<string> = new Set([
  'alert',
  'capture',
  'dispatch',
  'emit',
  'increment',
  'info',
  'json',
  'log',
  'message',
  'notice',
  'notification',
  'notify',
  'print',
  'publish',
  'reply',
  'respond',
  'say',
  'send',
  'show',
  'snackbar',
  'success',
  'toast',
  'track',
  'write',
]);

/** Words of functions that tell of a failure. */
const TELLS_FAILURE: ReadonlySet<string> = new Set([
  'debug',
  'error',
  'exception',
  'fail',
  'failure',
  'reject',
  'trace',
  'verbose',
  'warn',
  'warning',
]);

/** Words of functions that set a state. */
const SETS: ReadonlySet<string> = new Set(['mark', 'set', 'update']);

/** What is said to be done by a text; nothing where it says no such thing, or says it with a doubt. */
export function doneWordsIn(text: string): string[] {
  const words = wordsOf(text);
  return words.some((word) => DOUBT.has(word))
    ? []
    : words.filter((word) => DONE.has(word));
}

/** Whether a text as a whole is the name of a state in which all went well. */
export function isDoneState(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length <= 2 && (doneWordsIn(text).length > 0 || /^ok$/iu.test(text))
  );
}

export function isStateName(name: string): boolean {
  return wordsOf(name).some((word) => STATE.has(word));
}

export function tells(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.some((word) => TELLS.has(word)) &&
    !words.some((word) => TELLS_FAILURE.has(word))
  );
}

/** Whether a name is that of a function that tells of a failure: `logger.error`, `showErrorToast`. */
export function tellsFailure(name: string): boolean {
  return wordsOf(name).some((word) => TELLS_FAILURE.has(word));
}

/** Whether a name is that of a function that tells somebody something, be it a failure. */
export function tellsAnything(name: string): boolean {
  return tellsFailure(name) || wordsOf(name).some((word) => TELLS.has(word));
}

export function setsState(name: string): boolean {
  return wordsOf(name).some((word) => SETS.has(word));
}

/** Whether a name says that what it stands for is how many were done: `count`, `deleted`, `sentCount`. */
export function isCountOfDone(name: string): boolean {
  const words = wordsOf(name);
  return (
    !words.some((word) => DOUBT.has(word)) &&
    words.some((word) => DONE.has(word) || word === 'count')
  );
}

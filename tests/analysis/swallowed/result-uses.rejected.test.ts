import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** Settled results, the rejected ones of them under the name `failed`, and statements behind. */
function failed(text: string): string {
  return `const results = await Promise.allSettled(items.map((item) => load(item))); const failed = results.filter((one) => one.status === 'rejected'); ${text}`;
}

/** The same with the first of them under the name `failure`. */
function failure(text: string): string {
  return failed(`const failure = failed[0]; ${text}`);
}

catalogue(
  'what becomes of the rejected ones?',
  askedOfCall((program, call) => {
    const found = resultUseOf(program, call);
    return found.kind === 'unexplained'
      ? `unexplained ${found.at.getText()}`
      : found.kind;
  }),
  [
    ['nothing reads them', failed(''), 'discarded'],
    [
      'a callback that counts them',
      failed('let failures = 0; failed.forEach(() => { failures += 1; });'),
      'seen',
    ],
    [
      'a callback that tells of each',
      failed("failed.forEach((one, at) => log('failed', items[at]));"),
      'seen',
    ],
    [
      'a loop that counts them',
      failed('let failures = 0; for (const one of failed) failures += 1;'),
      'seen',
    ],
    [
      'a loop over their entries',
      failed('for (const [at] of failed.entries()) log(items[at]);'),
      'seen',
    ],
    [
      'the status of one that is told',
      failure('log(failure?.status);'),
      'seen',
    ],
    [
      'the status of one that is asked again for its type',
      failure(
        "if (failure?.status === 'rejected') throw new Error('not all loaded');",
      ),
      "unexplained throw new Error('not all loaded');",
    ],
    [
      'the status of one that is asked again for its reason',
      failure("if (failure?.status === 'rejected') throw failure.reason;"),
      'seen',
    ],
  ],
);

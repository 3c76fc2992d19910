import { resultUseOf } from '../../../src/analysis/swallowed/result-uses.ts';
import { askedOfCall, catalogue } from '../asked.ts';

/** Settled results, the rejected ones of them under the name `failed`, and statements behind. */
function failed(text: string): string {
  return `const failed = (await Promise.allSettled(items.map((item) => load(item)))).filter((one) => one.status === 'rejected'); ${text}`;
}

catalogue(
  'what tells that some were rejected, and not why?',
  askedOfCall((program, call) => {
    const found = resultUseOf(program, call);
    return found.kind === 'unexplained'
      ? `unexplained ${found.at.getText()}`
      : found.kind;
  }),
  [
    [
      'a text beside a number',
      failed("if (failed.length > 0) log('failed', failed.length);"),
      "unexplained log('failed', failed.length);",
    ],
    [
      'a number beside a text',
      failed("if (failed.length > 0) log(failed.length, 'failed');"),
      "unexplained log(failed.length, 'failed');",
    ],
    [
      'a message behind other work of a branch',
      failed("if (failed.length > 0) { log(1); log('some failed'); }"),
      "unexplained log('some failed');",
    ],
    [
      'a branch of what is asked in a callback',
      failed(
        "if (items.some((item) => failed.length > 0)) throw new Error('failed');",
      ),
      'seen',
    ],
    [
      'a number that an object holds',
      failed(
        "const state = { failed: failed.length }; if (state.failed > 0) throw new Error('failed');",
      ),
      'seen',
    ],
    [
      'a number under a name that is told before it is asked',
      failed(
        "const count = failed.length; log(count); if (count > 0) throw new Error('failed');",
      ),
      "unexplained throw new Error('failed');",
    ],
    [
      'a number under a name that is told alone',
      failed('const count = failed.length; log(count);'),
      'seen',
    ],
  ],
);

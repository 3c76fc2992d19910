import noAwaitInArguments from './no-await-in-arguments.ts';
import noDeadCatch from './no-dead-catch.ts';
import noUnboundedConcurrency from './no-unbounded-concurrency.ts';
import noUncheckedSettledResult from './no-unchecked-settled-result.ts';
import noUnhandledRejection from './no-unhandled-rejection.ts';
import preferConcurrentAwaits from './prefer-concurrent-awaits.ts';
import requireLocalHandler from './require-local-handler.ts';

/** Every rule of the plugin, by its name without the prefix. */
export const rules = {
  'no-await-in-arguments': noAwaitInArguments,
  'no-dead-catch': noDeadCatch,
  'no-unbounded-concurrency': noUnboundedConcurrency,
  'no-unchecked-settled-result': noUncheckedSettledResult,
  'no-unhandled-rejection': noUnhandledRejection,
  'prefer-concurrent-awaits': preferConcurrentAwaits,
  'require-local-handler': requireLocalHandler,
};

import noAwaitInArguments from './no-await-in-arguments.ts';
import noDeadCatch from './no-dead-catch.ts';
import noEarlyCleanup from './no-early-cleanup.ts';
import noLateHandling from './no-late-handling.ts';
import noLeakyRace from './no-leaky-race.ts';
import noSingleElement from './no-single-element.ts';
import noSwallowedRejections from './no-swallowed-rejections.ts';
import noUnboundedConcurrency from './no-unbounded-concurrency.ts';
import noUncheckedAggregateError from './no-unchecked-aggregate-error.ts';
import noUncheckedSettledResult from './no-unchecked-settled-result.ts';
import noUnhandledRejection from './no-unhandled-rejection.ts';
import preferAllSettled from './prefer-all-settled.ts';
import preferConcurrentAwaits from './prefer-concurrent-awaits.ts';
import requireLocalHandler from './require-local-handler.ts';
import validArguments from './valid-arguments.ts';

/** Every rule of the plugin, by its name without the prefix. */
export const rules = {
  'no-await-in-arguments': noAwaitInArguments,
  'no-dead-catch': noDeadCatch,
  'no-early-cleanup': noEarlyCleanup,
  'no-late-handling': noLateHandling,
  'no-leaky-race': noLeakyRace,
  'no-single-element': noSingleElement,
  'no-swallowed-rejections': noSwallowedRejections,
  'no-unbounded-concurrency': noUnboundedConcurrency,
  'no-unchecked-aggregate-error': noUncheckedAggregateError,
  'no-unchecked-settled-result': noUncheckedSettledResult,
  'no-unhandled-rejection': noUnhandledRejection,
  'prefer-all-settled': preferAllSettled,
  'prefer-concurrent-awaits': preferConcurrentAwaits,
  'require-local-handler': requireLocalHandler,
  'valid-arguments': validArguments,
};

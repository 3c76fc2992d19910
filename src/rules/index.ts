import noDeadCatch from './no-dead-catch.ts';
import noLateHandling from './no-late-handling.ts';
import noEarlyCleanup from './no-early-cleanup.ts';
import noLeakyRace from './no-leaky-race.ts';
import noUncheckedAggregateError from './no-unchecked-aggregate-error.ts';
import noSingleElement from './no-single-element.ts';
import noUncheckedSettledResult from './no-unchecked-settled-result.ts';
import noUnhandledRejection from './no-unhandled-rejection.ts';
import requireLocalHandler from './require-local-handler.ts';
import validArguments from './valid-arguments.ts';

/** Every rule of the plugin, by its name without the prefix. */
export const rules = {
  'no-dead-catch': noDeadCatch,
  'no-late-handling': noLateHandling,
  'no-early-cleanup': noEarlyCleanup,
  'no-leaky-race': noLeakyRace,
  'no-unchecked-aggregate-error': noUncheckedAggregateError,
  'no-single-element': noSingleElement,
  'no-unchecked-settled-result': noUncheckedSettledResult,
  'no-unhandled-rejection': noUnhandledRejection,
  'require-local-handler': requireLocalHandler,
  'valid-arguments': validArguments,
};

import noDeadCatch from './no-dead-catch.ts';
import noSwallowedRejections from './no-swallowed-rejections.ts';
import noUncheckedSettledResult from './no-unchecked-settled-result.ts';
import noUnhandledRejection from './no-unhandled-rejection.ts';
import preferAllSettled from './prefer-all-settled.ts';
import requireLocalHandler from './require-local-handler.ts';

/** Every rule of the plugin, by its name without the prefix. */
export const rules = {
  'no-dead-catch': noDeadCatch,
  'no-swallowed-rejections': noSwallowedRejections,
  'no-unchecked-settled-result': noUncheckedSettledResult,
  'no-unhandled-rejection': noUnhandledRejection,
  'prefer-all-settled': preferAllSettled,
  'require-local-handler': requireLocalHandler,
};

import noUnhandledRejection from './no-unhandled-rejection.ts';

/** Every rule of the plugin, by its name without the prefix. */
export const rules = {
  'no-unhandled-rejection': noUnhandledRejection,
};

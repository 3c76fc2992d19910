/** The kinds of mistake that were looked for, and the rules that speak of each, the first one before all. */
export const CLASSES: Readonly<
  Record<string, { name: string; rules: readonly string[] }>
> = {
  '1': {
    name: 'a rejection that nobody handles',
    rules: ['no-unhandled-rejection', 'no-dead-catch'],
  },
  '2': {
    name: 'a settled result that is read without proof of its status',
    rules: ['no-unchecked-settled-result'],
  },
  '3': {
    name: 'settled results that are thrown away or half read',
    rules: ['no-swallowed-rejections', 'no-dead-catch'],
  },
  '4': {
    name: 'arguments that cannot mean what they say',
    rules: ['valid-arguments', 'no-await-in-arguments'],
  },
  '5': {
    name: 'a promise that is started early and handled late',
    rules: ['no-late-handling', 'no-await-in-arguments'],
  },
  '6': {
    name: 'a resource that is released while siblings still use it',
    rules: ['no-early-cleanup'],
  },
  '7': {
    name: 'a race that leaves a timer or a reaction behind',
    rules: ['no-leaky-race'],
  },
  '8': {
    name: 'an `AggregateError` that is taken for one of its errors',
    rules: ['no-unchecked-aggregate-error'],
  },
  '9': {
    name: 'a `catch` that is passed by',
    rules: ['no-dead-catch'],
  },
};

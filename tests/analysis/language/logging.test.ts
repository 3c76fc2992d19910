import ts from 'typescript';

import { isLogging } from '../../../src/analysis/language/logging.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'does a call write a log?',
  asked((_program, expression) =>
    ts.isCallExpression(expression) && isLogging(expression.expression)
      ? 'yes'
      : 'no',
  ),
  [
    ['the console', 'ask(console.log(1));', 'yes'],
    ['a logger', 'ask(anything.logger.warn(1));', 'yes'],
    [
      'a logger of its own name',
      'const appLogger = anything; ask(appLogger.info(1));',
      'yes',
    ],
    ['a member in brackets', "ask(anything['logger'].warn(1));", 'yes'],
    ['an object named log', 'const log = anything; ask(log.error(1));', 'yes'],
    ['behind a cast', 'ask((console as any).log(1));', 'yes'],
    [
      'an object that keeps a log',
      'const changeLog = anything; ask(changeLog.add(1));',
      'no',
    ],
    ['a function named log', 'ask(log(1));', 'no'],
    [
      'a list of loggers',
      'const loggers = anything; ask(loggers.add(1));',
      'no',
    ],
    ['a member of what is called', 'ask(anything().warn(1));', 'no'],
    ['another object', 'ask(anything.store.warn(1));', 'no'],
  ],
);

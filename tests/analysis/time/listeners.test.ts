import type ts from 'typescript';

import {
  concernsEvents,
  keepsListener,
} from '../../../src/analysis/time/listeners.ts';
import { asked, catalogue } from '../asked.ts';

catalogue(
  'does a call begin or end to listen?',
  asked((_program, call) =>
    concernsEvents(call as ts.CallExpression) ? 'yes' : 'no',
  ),
  [
    ['on', "ask(anything.on('end', log));", 'yes'],
    ['once, by a promise', "ask(once(anything, 'end'));", 'yes'],
    ['off', "ask(anything.off('end', log));", 'yes'],
    [
      'the end of a listener',
      "ask(anything.removeEventListener('end', log));",
      'yes',
    ],
    ['an event', "ask(anything.emit('end'));", 'no'],
    ['a call without a name', "ask(anything[0]('end', log));", 'no'],
  ],
);

catalogue(
  'is a listener kept?',
  asked((program, call) =>
    keepsListener(program, call as ts.CallExpression, 1) ? 'yes' : 'no',
  ),
  [
    [
      'by an emitter',
      "import { EventEmitter } from 'node:events'; ask(new EventEmitter().on('end', () => load()));",
      'yes',
    ],
    [
      'by an element of a page',
      "ask(document.body.addEventListener('click', () => load()));",
      'yes',
    ],
    [
      'not, where it is no event',
      'ask(items.reduce((text) => text, items[0]));',
      'no',
    ],
    [
      'not, where somebody looks at what it gives',
      'declare function on(event: string, listener: () => Promise<string>): Promise<string>; ask(on("end", () => load()));',
      'no',
    ],
  ],
);

import ts from 'typescript';

import { receiverTextOf } from '../language/callees.ts';
import { effectByName } from '../language/effects-by-name.ts';
import { unwrap } from '../language/syntax.ts';
import { calledNameOf } from '../language/words.ts';

/** Whether awaited calls may rely on each other's effects, as far as their names say: two of them write, or are made on one object and do not only read. */
export function mayNeedOrder(awaits: readonly ts.AwaitExpression[]): boolean {
  const changes = awaits.flatMap(({ expression }) => {
    const call = unwrap(expression);
    if (!ts.isCallExpression(call)) {
      return [];
    }
    const effect = effectByName(call, calledNameOf(call) ?? '');
    const receiver = receiverTextOf(call);
    return effect === 'reads' || receiver === 'Promise'
      ? []
      : [{ effect, receiver }];
  });
  return changes.some((one, index) =>
    changes
      .slice(index + 1)
      .some(
        (other) =>
          (one.effect === 'writes' && other.effect === 'writes') ||
          (one.receiver !== undefined && one.receiver === other.receiver),
      ),
  );
}

import type ts from 'typescript';

import { wrapped } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** What a place does that names a started promise, or what it is kept in. */
export type KeptMention =
  /** From the evaluation of a node on, it is handled or somebody else's. */
  | { kind: 'takes'; by: ts.Node }
  /** One promise of several is awaited, and the others are left as they are. */
  | { kind: 'takes-one'; at: ts.Node }
  | { kind: 'looks' };

/** Somebody takes a value over: as soon as it is awaited, returned or given to a call, or where it is named. */
export function takenBy(node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'awaited':
      return { kind: 'takes', by: use.node };
    case 'argument':
      return { kind: 'takes', by: use.of };
    case 'element':
      return takenBy(use.array);
    case 'returned':
      return { kind: 'takes', by: wrapped(node).parent };
    default:
      return { kind: 'takes', by: node };
  }
}

/** What an access gives, or the call of what it gives. */
export function resultOf(access: ts.Node): ts.Node {
  const called = useOf(access);
  return called.kind === 'called' ? called.node : access;
}

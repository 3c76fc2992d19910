import type ts from 'typescript';

import {
  arrayMention,
  dictionaryMention,
  listingMention,
  mapMention,
  recordsMention,
} from './collection-mentions.ts';
import type { Keeping } from './kept-promises.ts';
import { isWritten } from '../language/overwrites.ts';
import { type KeptMention, takenBy } from './takers.ts';
import { useOf } from '../language/uses.ts';

/** How a place that names what a promise is kept in takes part in what becomes of the promise. */
export function mentionAt(
  program: ts.Program,
  node: ts.Node,
  keeping: Keeping,
): KeptMention {
  if (isWritten(node) || (keeping.kind !== 'property' && isLookedAt(node))) {
    return { kind: 'looks' };
  }
  switch (keeping.kind) {
    case 'promise':
      return promiseMention(node);
    case 'array':
      return arrayMention(program, node);
    case 'map':
      return mapMention(program, node);
    case 'records':
      return recordsMention(program, node, keeping.key);
    case 'dictionary':
      return dictionaryMention(program, node);
    case 'property': {
      const use = useOf(node);
      if (use.kind !== 'accessed' || use.name === undefined) {
        return (
          (keeping.isFirst ? undefined : listingMention(program, node)) ??
          takenBy(node)
        );
      }
      return use.name === keeping.key &&
        !isWritten(use.node) &&
        !isLookedAt(use.node)
        ? promiseMention(use.node)
        : { kind: 'looks' };
    }
  }
}

/** Whether a value is only tested, or not used at all. */
function isLookedAt(node: ts.Node): boolean {
  return /^(?:discarded|tested|voided)$/u.test(useOf(node).kind);
}

function promiseMention(node: ts.Node): KeptMention {
  const use = useOf(node);
  switch (use.kind) {
    case 'accessed': {
      const called = useOf(use.node);
      if (called.kind === 'called') {
        return takenBy(called.node);
      }
      // What else there is of a promise, such as the `child` of a process's, is not its result.
      return use.name === undefined || METHODS.has(use.name)
        ? takenBy(use.node)
        : { kind: 'looks' };
    }
    default:
      return takenBy(node);
  }
}

/** The methods of a promise. */
const METHODS: ReadonlySet<string> = new Set(['catch', 'finally', 'then']);

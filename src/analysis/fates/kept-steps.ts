import ts from 'typescript';

import {
  ignoresResult,
  implementsIgnoredMember,
  isEventHandler,
} from './ignored-results.ts';
import { replacedSince } from '../language/overwrites.ts';
import { mayBeReadOtherwise, referencesTo } from '../language/references.ts';
import { goOn, lostAt, type Next, unknownAt, type Way } from './stops.ts';
import { hasModifier, isPrivate, memberAccessOf } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

// A value that is kept under a name goes on at every place that reads the name.

/** What happens to a value under the names that a declaration gives it, since a position in the text. */
export function storedSteps(
  way: Way,
  name: ts.BindingName,
  since: number = name.pos,
): Next {
  if (!ts.isIdentifier(name) || name.getSourceFile().isDeclarationFile) {
    return unknownAt(name);
  }
  const declaration = name.parent;
  const references = namesOf(way, name);
  const isReplaced = replacedSince(references, since);
  const steps = usesSteps(
    way,
    references.filter((reference) => !isReplaced(reference)),
    name,
    !isSeenElsewhere(declaration),
  );
  return isExported(declaration)
    ? [{ kind: 'propagated', to: declaration }, ...steps]
    : steps;
}

/** What happens to a value that an array or object pattern takes out: the one at an index, or under a key. */
export function pickedSteps(
  way: Way,
  pattern: ts.BindingPattern,
  key: number | string | undefined,
): Next {
  const elements: readonly ts.ArrayBindingElement[] = pattern.elements;
  const element =
    typeof key === 'number'
      ? elements[key]
      : elements.find(
          (each) =>
            ts.isBindingElement(each) &&
            (each.propertyName ?? each.name).getText() === key,
        );
  return element !== undefined &&
    ts.isBindingElement(element) &&
    element.dotDotDotToken === undefined
    ? storedSteps(way, element.name)
    : unknownAt(pattern);
}

/**
 * The uses of a value under a name. A bare mention, `void` or a test handles nothing, and counts only
 * where nothing else looks at the value: then it is lost there, or `at` its name.
 *
 * @param isAll whether the references are all the places that may look at it.
 */
export function usesSteps(
  way: Way,
  references: readonly ts.Node[],
  at: ts.Node,
  isAll: boolean,
): Next {
  const looks: ts.Node[] = [];
  const drops: ts.Node[] = [];
  for (const reference of references) {
    const { kind } = useOf(reference);
    if (kind === 'discarded' || kind === 'voided') {
      drops.push(reference);
    } else if (kind !== 'tested') {
      // What is only written counts as tested.
      looks.push(reference);
    }
  }
  if (looks.length > 0) {
    return isChoiceOfCalls(way, looks)
      ? unknownAt(at)
      : looks.map((look) => goOn(way, look));
  }
  if (!isAll) {
    return [];
  }
  if (way.carrier === 'function') {
    // A function that nothing calls does not run.
    return unknownAt(at);
  }
  const [drop] = drops;
  return drop === undefined ? lostAt(at, 'unused') : [goOn(way, drop)];
}

/**
 * Whether a helper calls the function that it is given in several places: which of them is for a function
 * like this one hangs on what it finds out, such as `fn.constructor.name === 'AsyncFunction'`.
 */
function isChoiceOfCalls(way: Way, looks: readonly ts.Node[]): boolean {
  return (
    way.carrier === 'function' &&
    way.frame !== undefined &&
    looks.filter((look) => useOf(look).kind === 'called').length > 1
  );
}

/** A value that is assigned: kept under the name, and handed on where the assignment is a part of something else. */
export function assignedSteps(
  way: Way,
  value: ts.Node,
  { left, end }: ts.BinaryExpression,
): Next {
  const assignment = left.parent;
  const kept = keptSteps(way, left, value, end);
  const outer = useOf(assignment).kind;
  return outer === 'discarded' || outer === 'voided'
    ? kept
    : [
        goOn(way, assignment),
        // The value goes on by itself, so that a name that nothing reads loses nothing.
        ...kept.filter(({ kind }) => kind !== 'lost' && kind !== 'unknown'),
      ];
}

function keptSteps(
  way: Way,
  target: ts.Expression,
  value: ts.Node,
  since: number,
): Next {
  const symbol = way.program
    .getTypeChecker()
    .getSymbolAtLocation(
      ts.isPropertyAccessExpression(target)
        ? target.name
        : ts.isElementAccessExpression(target)
          ? target.argumentExpression
          : target,
    );
  if (way.carrier === 'function' && isEventHandler(way.program, symbol)) {
    return lostAt(value, 'callback');
  }
  const declaration = symbol?.valueDeclaration;
  if (
    ts.isIdentifier(target) &&
    declaration !== undefined &&
    (ts.isVariableDeclaration(declaration) ||
      ts.isParameter(declaration) ||
      ts.isBindingElement(declaration))
  ) {
    return storedSteps(way, declaration.name, since);
  }
  if (
    declaration !== undefined &&
    ts.isPropertyDeclaration(declaration) &&
    isPrivate(declaration)
  ) {
    return fieldSteps(way, declaration);
  }
  return way.carrier === 'function'
    ? expectedSteps(way, value)
    : unknownAt(value);
}

/** A function at a place that is typed to ignore what it returns, or where somebody may look at it. */
export function expectedSteps({ program }: Way, fn: ts.Node): Next {
  return ts.isExpression(fn) && ignoresResult(program.getTypeChecker(), fn)
    ? lostAt(fn, 'callback')
    : unknownAt(fn);
}

/** A value in a field: every access of a private one can be seen, those of others cannot. */
export function fieldSteps(way: Way, field: ts.PropertyDeclaration): Next {
  const checker = way.program.getTypeChecker();
  if (!isPrivate(field)) {
    return way.carrier === 'function' && implementsIgnoredMember(checker, field)
      ? lostAt(field, 'callback')
      : [{ kind: 'propagated', to: field }];
  }
  return usesSteps(
    way,
    namesOf(way, field.name).map(memberAccessOf),
    field.name,
    !mayBeReadOtherwise(checker, field),
  );
}

/** Every place of its file that names what a name declares. */
export function namesOf({ program }: Way, name: ts.Node): ts.Node[] {
  return referencesTo(program.getTypeChecker(), name);
}

/** Whether a declaration is exported where it stands. */
export function isExported(declaration: ts.Node): boolean {
  return hasModifier(statementOf(declaration), ts.SyntaxKind.ExportKeyword);
}

/** Whether code that is not in this file may name it: it is exported, or a global of a script without imports and exports. */
function isSeenElsewhere(declaration: ts.Node): boolean {
  const { parent } = statementOf(declaration);
  return (
    isExported(declaration) ||
    (ts.isSourceFile(parent) && !ts.isExternalModule(parent))
  );
}

function statementOf(declaration: ts.Node): ts.Node {
  let node = declaration;
  while (
    ts.isVariableDeclaration(node) ||
    ts.isVariableDeclarationList(node) ||
    ts.isBindingElement(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isArrayBindingPattern(node)
  ) {
    node = node.parent;
  }
  return node;
}

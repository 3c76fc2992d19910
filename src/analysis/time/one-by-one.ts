import ts from 'typescript';

import { referencesTo } from '../language/references.ts';
import { useOf } from '../language/uses.ts';

/** Whether a loop awaits each of what it goes through, and does nothing else with it. */
export function awaitsEach(
  program: ts.Program,
  loop: ts.ForOfStatement,
): boolean {
  return loop.awaitModifier !== undefined || isAwaited(program, nameIn(loop));
}

/** Whether a loop over entries awaits the value of each. */
export function awaitsEachValue(
  program: ts.Program,
  loop: ts.ForOfStatement,
): boolean {
  const name = nameIn(loop);
  const [, value] =
    name !== undefined && ts.isArrayBindingPattern(name) ? name.elements : [];
  return (
    value !== undefined &&
    ts.isBindingElement(value) &&
    isAwaited(program, value.name)
  );
}

/** Whether a loop over objects awaits one property of each, and reads others alone. */
export function awaitsEachProperty(
  program: ts.Program,
  loop: ts.ForOfStatement,
  key: string,
): boolean {
  const name = nameIn(loop);
  return name !== undefined && ts.isIdentifier(name)
    ? isPropertyAwaited(program, name, key)
    : isAwaited(program, name && elementNamed(name, key));
}

/** Whether a loop goes through a list of values, or of entries, and awaits one value in each turn. */
export function isAwaitedInTurn(
  program: ts.Program,
  list: ts.Node,
  of: string | undefined,
): boolean {
  const use = useOf(list);
  return (
    use.kind === 'iterated' &&
    ((of === 'values' && awaitsEach(program, use.by)) ||
      (of === 'entries' && awaitsEachValue(program, use.by)))
  );
}

/** The name, or pattern, that a loop gives each element. */
function nameIn({
  initializer,
}: ts.ForOfStatement): ts.BindingName | undefined {
  return ts.isVariableDeclarationList(initializer)
    ? initializer.declarations[0]?.name
    : undefined;
}

/** The name that a pattern gives a property. */
function elementNamed(
  pattern: ts.BindingName,
  key: string,
): ts.BindingName | undefined {
  return ts.isObjectBindingPattern(pattern)
    ? pattern.elements.find(
        ({ propertyName, name, dotDotDotToken }) =>
          dotDotDotToken === undefined &&
          (propertyName ?? name).getText() === key,
      )?.name
    : undefined;
}

/** Whether what a loop names is awaited where it stands, and nothing else is done with it. */
function isAwaited(
  program: ts.Program,
  name: ts.BindingName | undefined,
): boolean {
  const uses =
    name === undefined ? [] : referencesTo(program.getTypeChecker(), name);
  return uses.length > 0 && uses.every((use) => useOf(use).kind === 'awaited');
}

/** Whether of an object its own properties are read alone, and one of them is awaited wherever it is. */
function isPropertyAwaited(
  program: ts.Program,
  name: ts.Identifier,
  key: string,
): boolean {
  const uses = referencesTo(program.getTypeChecker(), name).map(useOf);
  const reads = uses.flatMap((use) =>
    use.kind === 'accessed' && use.name === key ? [use.node] : [],
  );
  return (
    reads.length > 0 &&
    reads.every((read) => useOf(read).kind === 'awaited') &&
    uses.every((use) => use.kind === 'accessed' && use.name !== undefined)
  );
}

import ts from 'typescript';

import { referencesTo } from '../language/references.ts';
import { useOf } from '../language/uses.ts';

/** Whether a loop awaits each of what it goes through, and does nothing else with it. */
export function awaitsEach(
  program: ts.Program,
  loop: ts.ForOfStatement,
): boolean {
  return firstAwaitOf(program, loop) !== undefined;
}

/** Where a loop awaits each of what it goes through, and does nothing else with it; the first of such places. */
export function firstAwaitOf(
  program: ts.Program,
  loop: ts.ForOfStatement,
): ts.ForOfStatement | ts.AwaitExpression | undefined {
  return loop.awaitModifier === undefined
    ? awaitsOf(program, nameIn(loop))?.[0]
    : loop;
}

/** The `await` of a call of `Array.fromAsync`, which awaits one member of a list after the other. */
export function awaitOfFromAsync(
  call: ts.CallExpression | ts.NewExpression,
): ts.AwaitExpression | undefined {
  const use = useOf(call);
  return use.kind === 'awaited' &&
    call.expression.getText() === 'Array.fromAsync'
    ? use.node
    : undefined;
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

function isAwaited(
  program: ts.Program,
  name: ts.BindingName | undefined,
): boolean {
  return awaitsOf(program, name) !== undefined;
}

/** Where what a loop names is awaited; `undefined` where it is never, or something else is done with it. */
function awaitsOf(
  program: ts.Program,
  name: ts.BindingName | undefined,
): ts.AwaitExpression[] | undefined {
  const uses =
    name === undefined ? [] : referencesTo(program.getTypeChecker(), name);
  const awaits = uses.flatMap((each) => {
    const use = useOf(each);
    return use.kind === 'awaited' ? [use.node] : [];
  });
  return uses.length > 0 && awaits.length === uses.length ? awaits : undefined;
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

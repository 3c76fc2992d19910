import ts from 'typescript';

import {
  type CombinatorCall,
  recogniseCombinator,
} from '../language/combinators.ts';
import { constantOf } from './members.ts';
import { promiseMethodOf } from '../language/promise-calls.ts';
import { namedSymbol, referencesTo } from '../language/references.ts';
import { accessedName, unwrap, isWithin } from '../language/syntax.ts';
import { useOf } from '../language/uses.ts';

/** What the promise of a timer is there for. */
export type TimerPurpose =
  /** One race, and nothing else. */
  | { kind: 'race' }
  /** Several races, or the turns of a loop; `first` is the one that stands first. */
  | { kind: 'races'; first: ts.CallExpression }
  /** Somebody waits for it anyway, or may: a pause rather than a time limit. */
  | { kind: 'pause' };

/** How many names, lists and chains are followed. */
const DEPTH = 6;

/** What the promise of a timer that a race is given is there for: all that its file does with it is looked at. */
export function timerPurposeOf(
  program: ts.Program,
  { node: race }: CombinatorCall,
  member: ts.Expression,
): TimerPurpose {
  const { made, mentions } = originOf(program, member);
  const races = new Set([race]);
  for (const mention of mentions) {
    for (const end of endsOf(program, mention, 0)) {
      if (end === 'taken') {
        return { kind: 'pause' };
      }
      races.add(end);
    }
  }
  const [first = race] = [...races].sort((a, b) => a.pos - b.pos);
  return races.size > 1 || isRepeatedFor(race, made)
    ? { kind: 'races', first }
    : { kind: 'race' };
}

/** Where a promise comes from: what makes it, and the places behind which the code has it. */
interface Origin {
  made: ts.Node;
  mentions: readonly ts.Node[];
}

function originOf(program: ts.Program, expression: ts.Expression): Origin {
  const node = unwrap(expression);
  const method = promiseMethodOf(program, node);
  if (method?.kind === 'then' || method?.kind === 'finally') {
    return originOf(program, method.receiver);
  }
  const value = constantOf(program, node)?.initializer;
  if (value !== undefined) {
    return originOf(program, value);
  }
  const checker = program.getTypeChecker();
  const key = accessedName(node);
  const holder =
    key === undefined ? node : unwrap((node as ts.AccessExpression).expression);
  const made = namedSymbol(checker, holder)?.valueDeclaration;
  return made === undefined || !ts.isIdentifier(holder)
    ? { made: node, mentions: [node] }
    : {
        made,
        mentions: referencesTo(checker, holder).flatMap((name) =>
          key === undefined
            ? [name]
            : accessedName(name.parent) === key
              ? [name.parent]
              : [],
        ),
      };
}

/** The races that a promise, or a list with it, comes to from a place; `taken` for all else that may wait for it. */
function endsOf(
  program: ts.Program,
  node: ts.Node,
  depth: number,
): (ts.CallExpression | 'taken')[] {
  const next = (nodes: readonly ts.Node[]): ReturnType<typeof endsOf> =>
    nodes.flatMap((each) => endsOf(program, each, depth + 1));
  const checker = program.getTypeChecker();
  const use = depth > DEPTH ? undefined : useOf(node);
  switch (use?.kind) {
    case 'tested':
    case 'voided':
    case 'discarded':
      return [];
    case 'element':
      return next([use.array]);
    case 'initialiser': {
      const { name } = use.of;
      return ts.isVariableDeclaration(use.of) &&
        ts.isIdentifier(name) &&
        !isExported(use.of)
        ? next(referencesTo(checker, name))
        : ['taken'];
    }
    case 'argument': {
      if (recogniseCombinator(program, use.of)?.method === 'race') {
        return [use.of as ts.CallExpression];
      }
      const list = pushedTo(checker, use.of);
      return list === undefined ? ['taken'] : next(referencesTo(checker, list));
    }
    case 'accessed': {
      const called = useOf(use.node);
      if (use.name === 'push' || use.name === 'length') {
        return [];
      }
      const method =
        called.kind === 'called'
          ? promiseMethodOf(program, called.node)
          : undefined;
      if (method?.kind !== 'then' && method?.kind !== 'finally') {
        return ['taken'];
      }
      // What only silences the promise waits for nothing.
      const isSilencing =
        method.kind === 'then' && method.onFulfilled === undefined;
      return isSilencing || useOf(method.node).kind !== 'discarded'
        ? next([method.node])
        : ['taken'];
    }
    default:
      return ['taken'];
  }
}

/** The name of the list that `list.push(…)` puts its arguments into, where that is one of this module alone. */
function pushedTo(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
): ts.Identifier | undefined {
  const callee = unwrap(call.expression);
  const list =
    accessedName(callee) === 'push'
      ? unwrap((callee as ts.AccessExpression).expression)
      : undefined;
  const declaration =
    list !== undefined && ts.isIdentifier(list)
      ? checker.getSymbolAtLocation(list)?.valueDeclaration
      : undefined;
  return declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    ts.isArrayLiteralExpression(declaration.initializer) &&
    !isExported(declaration)
    ? (list as ts.Identifier)
    : undefined;
}

function isExported(declaration: ts.VariableDeclaration): boolean {
  return (
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Export) !== 0
  );
}

/** Whether a loop runs a race several times for one promise, which is made outside of the loop's turns. */
function isRepeatedFor(race: ts.Node, made: ts.Node): boolean {
  for (
    let current = race.parent;
    !ts.isSourceFile(current) && !ts.isFunctionLike(current);
    current = current.parent
  ) {
    if (
      ts.isIterationStatement(current, false) &&
      isWithin(race, current.statement) &&
      !isWithin(made, current.statement)
    ) {
      return true;
    }
  }
  return false;
}

import ts from 'typescript';

import type { Label } from './labels.ts';

/** A part of a text, by offsets. */
export type Span = readonly [start: number, end: number];

/** Where a message about a judged call may stand. */
export interface Site {
  /** The statement with the call, and the heads of the `try` around it. */
  here: Span[];
  /** Statements of the same function that mention what goes into the call or comes out of it. */
  linked: Span[];
}

/** Finds the call of a label in a file: `undefined` where no such call stands on its line. */
export function siteOf(
  file: ts.SourceFile,
  label: Pick<Label, 'line' | 'method'>,
): Site | undefined {
  const call = callOf(file, label);
  if (call === undefined) {
    return undefined;
  }
  const span = (node: ts.Node): Span => [node.getStart(file), node.end];
  const statement = statementOf(call);
  const scope = scopeOf(call);
  const names = namesAround(call, statement);
  const linked: Span[] = [];
  visit(scope, (node) => {
    if (ts.isIdentifier(node) && names.has(node.text) && !isMember(node)) {
      linked.push(span(statementOf(node)));
    }
  });
  return { here: [span(statement), ...headsAround(call, file)], linked };
}

function callOf(
  file: ts.SourceFile,
  { line, method }: Pick<Label, 'line' | 'method'>,
): ts.CallExpression | undefined {
  const lineOf = (position: number): number =>
    file.getLineAndCharacterOfPosition(position).line + 1;
  const found: ts.CallExpression[] = [];
  visit(file, (node) => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === method &&
      [node.expression.name, node].some(
        (part) => lineOf(part.getStart(file)) === line,
      )
    ) {
      found.push(node);
    }
  });
  const isGlobal = ({ expression }: ts.CallExpression): boolean =>
    ts.isPropertyAccessExpression(expression) &&
    expression.expression.getText(file) === 'Promise';
  return found.find(isGlobal) ?? found[0];
}

/** The simple statement around a node, or the head of a compound one, or an arrow function's expression. */
function statementOf(node: ts.Node): ts.Node {
  let inner = node;
  while (!ts.isSourceFile(inner.parent)) {
    const { parent } = inner;
    if (ts.isStatement(inner) || ts.isClassElement(inner)) {
      return inner;
    }
    if (ts.isArrowFunction(parent) && parent.body === inner) {
      return inner;
    }
    if (
      (ts.isStatement(parent) || ts.isClassElement(parent)) &&
      !isSimple(parent)
    ) {
      return inner;
    }
    inner = parent;
  }
  return inner;
}

function isSimple(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isExportAssignment(node)
  );
}

function scopeOf(node: ts.Node): ts.Node {
  return (
    ts.findAncestor(node.parent, ts.isFunctionLike) ?? node.getSourceFile()
  );
}

function headsAround(call: ts.Node, file: ts.SourceFile): Span[] {
  const scope = scopeOf(call);
  const heads: Span[] = [];
  for (
    let child: ts.Node = call;
    child !== scope && !ts.isSourceFile(child);
    child = child.parent
  ) {
    const { parent } = child;
    if (!ts.isTryStatement(parent) || parent.tryBlock !== child) {
      continue;
    }
    const { catchClause, finallyBlock, tryBlock } = parent;
    heads.push([parent.getStart(file), tryBlock.getStart(file)]);
    if (catchClause !== undefined) {
      heads.push([
        catchClause.getStart(file),
        catchClause.block.getStart(file),
      ]);
    }
    if (finallyBlock !== undefined) {
      heads.push([(catchClause ?? tryBlock).end, finallyBlock.end]);
    }
  }
  return heads;
}

/** The variables that are given to a call, and those that its result is kept in. */
function namesAround(call: ts.CallExpression, statement: ts.Node): Set<string> {
  const [argument] = call.arguments;
  const given =
    argument !== undefined && ts.isArrayLiteralExpression(argument)
      ? [...argument.elements]
      : [argument];
  const names = new Set<string>();
  for (const member of given) {
    const name =
      member !== undefined &&
      (ts.isSpreadElement(member) || ts.isAwaitExpression(member))
        ? member.expression
        : member;
    if (name !== undefined && ts.isIdentifier(name)) {
      names.add(name.text);
    }
  }
  if (ts.isVariableStatement(statement)) {
    for (const { name, initializer } of statement.declarationList
      .declarations) {
      if (
        initializer !== undefined &&
        initializer.pos <= call.pos &&
        call.end <= initializer.end
      ) {
        visit(name, (node) => {
          if (ts.isIdentifier(node)) {
            names.add(node.text);
          }
        });
      }
    }
  }
  return names;
}

function isMember(name: ts.Identifier): boolean {
  return (
    ts.isPropertyAccessExpression(name.parent) && name.parent.name === name
  );
}

function visit(node: ts.Node, visitor: (node: ts.Node) => void): void {
  visitor(node);
  ts.forEachChild(node, (child) => {
    visit(child, visitor);
  });
}

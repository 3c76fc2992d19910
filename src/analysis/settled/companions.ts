import ts from 'typescript';

import type { Subject } from './claims.ts';
import { isLogical } from '../language/conditions.ts';
import {
  accessedName,
  enclosingFunction,
  wrapped,
} from '../language/syntax.ts';

/**
 * Whether the status is looked at in a place from which a read is used, though not before it: beside it in one
 * statement (`{ status: r.status, value: r.value }`), or after what was read has got a name, or where the function
 * that reads it may be called. What becomes of both there is not followed.
 */
export function isStatusTakenAlong(subject: Subject, at: ts.Node): boolean {
  const { parent } = wrapped(wrapped(at).parent);
  return (
    regionsOf(at).some(({ region, except }) =>
      reads(subject, region, 'status', except),
    ) ||
    // `result.value ?? result.reason`: the one where there is no other.
    (isLogical(parent) && reads(subject, parent.right, 'reason'))
  );
}

/** Code in which the status may be looked at, without a function in it. */
interface Region {
  region: ts.Node;
  except?: ts.Node;
}

function regionsOf(at: ts.Node): Region[] {
  const statement = statementOf(at);
  const regions: Region[] = [{ region: statement }];
  if (ts.isVariableStatement(statement) && isKept(at)) {
    regions.push({ region: statement.parent });
  }
  const fn = enclosingFunction(at);
  if (
    fn !== undefined &&
    (ts.isFunctionDeclaration(fn) ||
      ts.isVariableDeclaration(wrapped(fn).parent))
  ) {
    // What the function itself looks at before is no matter of its callers.
    regions.push({
      region: enclosingFunction(fn) ?? at.getSourceFile(),
      except: fn,
    });
  }
  return regions;
}

/** The statement around a node, or the body of the arrow function that it stands in. */
function statementOf(at: ts.Node): ts.Node {
  let node = at;
  while (
    !ts.isStatement(node) &&
    !(ts.isArrowFunction(node.parent) && node.parent.body === node) &&
    !ts.isSourceFile(node.parent)
  ) {
    node = node.parent;
  }
  return node;
}

/** Whether a variable is given what is read: `const value = (result as …).value ?? other`. */
function isKept(at: ts.Node): boolean {
  let { parent } = wrapped(wrapped(at).parent);
  while (ts.isBinaryExpression(parent)) {
    parent = wrapped(parent).parent;
  }
  return ts.isVariableDeclaration(parent);
}

function reads(
  subject: Subject,
  region: ts.Node,
  property: string,
  except?: ts.Node,
): boolean {
  const visit = (node: ts.Node): boolean =>
    node !== except &&
    ((accessedName(node) === property &&
      subject.isResult((node as ts.AccessExpression).expression)) ||
      (!ts.isTypeNode(node) &&
        (ts.forEachChild(node, (child) => visit(child) || undefined) ??
          false)));
  return visit(region);
}

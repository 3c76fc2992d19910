import ts from 'typescript';

import { declaredBodies, Following } from './following.ts';
import { accessedName, type FunctionWithBody, unwrap } from './syntax.ts';

type Functions = readonly FunctionWithBody[];

type Call = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

/** The one body that runs when a call runs; `undefined` where it cannot be seen, or is one of several. */
export function calleeOf(
  program: ts.Program,
  call: Call,
): FunctionWithBody | undefined {
  return theOnly(calleesOf(program, call));
}

/**
 * The bodies of which one runs when a call runs: more than one for an overridden method or a choice of
 * functions; none where not all of them can be seen (a declaration, a package, an interface, a
 * parameter).
 */
export function calleesOf(program: ts.Program, call: Call): Functions {
  const callee = ts.isTaggedTemplateExpression(call)
    ? call.tag
    : call.expression;
  if (ts.isNewExpression(call) || callee.kind === ts.SyntaxKind.SuperKeyword) {
    const signature = program.getTypeChecker().getResolvedSignature(call);
    return declaredBodies(program, signature?.declaration) ?? [];
  }
  return functionsOf(program, callee);
}

/** The one function that an expression evaluates to, through names, imports, `bind` and identity wrappers; `undefined` where its body cannot be seen. */
export function functionOf(
  program: ts.Program,
  expression: ts.Expression,
): FunctionWithBody | undefined {
  return theOnly(functionsOf(program, expression));
}

/** The functions of which an expression evaluates to one; none where not all of their bodies can be seen. */
export function functionsOf(
  program: ts.Program,
  expression: ts.Expression,
): Functions {
  return new Following(program).functions(expression) ?? [];
}

function theOnly(functions: Functions): FunctionWithBody | undefined {
  return functions.length === 1 ? functions[0] : undefined;
}

/** The object that a method is called on, as text; `undefined` where the callee is no member of anything. */
export function receiverTextOf({
  expression,
}: ts.CallExpression): string | undefined {
  const callee = unwrap(expression);
  return accessedName(callee) === undefined
    ? undefined
    : (callee as ts.AccessExpression).expression.getText();
}

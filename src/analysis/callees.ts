import ts from 'typescript';

import { namedSymbol } from './references.ts';
import { type FunctionWithBody, isFunctionWithBody, unwrap } from './syntax.ts';

type Call = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

/** The body that runs when a call runs; `undefined` where it cannot be seen (a declaration, a package, an interface, a parameter). */
export function calleeOf(
  program: ts.Program,
  call: Call,
): FunctionWithBody | undefined {
  const checker = program.getTypeChecker();
  const expression = ts.isTaggedTemplateExpression(call)
    ? call.tag
    : call.expression;
  return (
    functionOf(program, expression) ??
    withBody(program, checker.getResolvedSignature(call)?.declaration)
  );
}

/** The function that an expression evaluates to, through names, imports, `bind` and identity wrappers; `undefined` where its body cannot be seen. */
export function functionOf(
  program: ts.Program,
  expression: ts.Expression,
): FunctionWithBody | undefined {
  const inner = unwrap(expression);
  if (isFunctionWithBody(inner)) {
    return inner;
  }
  const checker = program.getTypeChecker();
  if (ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner)) {
    const symbol = namedSymbol(checker, inner);
    for (const declaration of symbol?.declarations ?? []) {
      const declared = withBody(program, declaredFunction(declaration));
      if (declared !== undefined) {
        return declared;
      }
    }
  }
  const [signature, ...others] = checker
    .getTypeAtLocation(inner)
    .getCallSignatures();
  return others.length === 0
    ? withBody(program, signature?.declaration)
    : undefined;
}

function declaredFunction(declaration: ts.Declaration): ts.Node | undefined {
  if (
    (ts.isVariableDeclaration(declaration) &&
      ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) ||
    ts.isPropertyAssignment(declaration) ||
    ts.isPropertyDeclaration(declaration)
  ) {
    return declaration.initializer && unwrap(declaration.initializer);
  }
  return declaration;
}

function withBody(
  program: ts.Program,
  declaration: ts.Node | undefined,
): FunctionWithBody | undefined {
  if (
    declaration === undefined ||
    program.isSourceFileFromExternalLibrary(declaration.getSourceFile())
  ) {
    return undefined;
  }
  if (isFunctionWithBody(declaration)) {
    return declaration;
  }
  // An overload: the implementation stands among its symbol's other declarations.
  return ts.isFunctionLike(declaration) && 'symbol' in declaration
    ? (declaration.symbol as ts.Symbol | undefined)?.declarations?.find(
        isFunctionWithBody,
      )
    : undefined;
}

import ts from 'typescript';

import { calledNameOf } from '../language/words.ts';

/** Modules that work on files and processes, or build a program of them, as no page does. */
const SYSTEM_MODULE =
  /^(?:node:)?(?:child_process|fs|fs\/promises)$|^(?:esbuild|execa|fast-glob|fs-extra|glob|globby|rollup|shelljs|webpack|zx|zx\/globals)$/u;

/** What only a program asks of `process`: how it was called, and to end. */
const OF_A_PROGRAM = new Set(['argv', 'exit', 'exitCode']);

/** What keeps a program alive and answering after its top level has run. */
const SERVES =
  /^(?:createServer|createSecureServer|listen|serve|setInterval)$/u;

/**
 * Whether a module is a command, a program that does its work and ends: it works on files and processes, or asks
 * how it was called; it serves nobody, and gives nothing to modules that import it. What its top level does not
 * handle ends it with status 1 and its stack on the screen (`--unhandled-rejections=throw`, Node's default), which is
 * how a command says that it failed. `false` where the text does not show it. A first line that begins with `#!`
 * shows it too, but a linter may hide that line from its parser.
 */
export function isCommand(file: ts.SourceFile): boolean {
  const evidence = {
    system: false,
    called: false,
    exports: false,
    watches: false,
  };
  const serves = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node) && SERVES.test(calledNameOf(node) ?? '')) {
      return true;
    }
    evidence.system ||= isSystemModule(node);
    evidence.called ||= asksHowItWasCalled(node);
    evidence.exports ||= givesToOthers(node);
    evidence.watches ||=
      ts.isCallExpression(node) && calledNameOf(node) === 'watch';
    return ts.forEachChild(node, serves) ?? false;
  };
  return (
    !serves(file) &&
    // One that is asked to may watch, and is a command all the same.
    (evidence.called ||
      (evidence.system && !evidence.exports && !evidence.watches))
  );
}

/** Whether a text names a system module where one is imported or required. */
function isSystemModule(node: ts.Node): boolean {
  return (
    ts.isStringLiteral(node) &&
    SYSTEM_MODULE.test(node.text) &&
    (ts.isImportDeclaration(node.parent) ||
      (ts.isCallExpression(node.parent) &&
        (node.parent.expression.kind === ts.SyntaxKind.ImportKeyword ||
          calledNameOf(node.parent) === 'require')))
  );
}

/** `process.argv`, `process.exit()`, `require.main`, `import.meta.main`, `parseArgs()`. */
function asksHowItWasCalled(node: ts.Node): boolean {
  if (ts.isCallExpression(node)) {
    return calledNameOf(node) === 'parseArgs';
  }
  if (!ts.isPropertyAccessExpression(node)) {
    return false;
  }
  const name = node.name.text;
  const of = node.expression.getText();
  return (
    (of === 'process' && OF_A_PROGRAM.has(name)) ||
    (name === 'main' && (of === 'require' || of === 'import.meta'))
  );
}

function givesToOthers(node: ts.Node): boolean {
  return (
    ts.isExportAssignment(node) ||
    ts.isExportDeclaration(node) ||
    (ts.isBinaryExpression(node) &&
      /^(?:module\.)?exports\b/u.test(node.left.getText())) ||
    (ts.canHaveModifiers(node) &&
      (node.modifiers?.some(
        ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
      ) ??
        false))
  );
}

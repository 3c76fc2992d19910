import ts from 'typescript';

import { lateHandlingsAt } from '../../../src/analysis/time/late-handling.ts';
import { moduleOf } from '../asked.ts';
import { fileOf, programOf } from '../program.ts';

const GIVEN = `declare function other(...args: unknown[]): Promise<number>;
`;

/**
 * For each promise of a function's body that is handled late: the text that starts it, what comes between,
 * and the line of that.
 */
export function lateIn(body: string): string {
  return lateInModule(`export async function f() {\n${body}\n}`, 1);
}

/** The same for a module; `skipped` are its lines that do not count. */
export function lateInModule(text: string, skipped = 0): string {
  return lateBelow(...moduleOf(`${GIVEN}${text}`), skipped);
}

/** The same for a file that ends with the last letter of the text. */
export function lateAtEnd(text: string): string {
  const program = programOf({ 'main.ts': `${GIVEN}export {};\n${text}` });
  return lateBelow(program, fileOf(program, 'main.ts'), 1);
}

function lateBelow(
  program: ts.Program,
  file: ts.SourceFile,
  skipped: number,
): string {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const { start, delay } of lateHandlingsAt(program, node)) {
      const { line } = file.getLineAndCharacterOfPosition(delay.at.getStart());
      found.push(
        `${start.expression.getText()} ${delay.kind}${delay.kind === 'ends' ? '' : ` ${String(line - skipped)}`}`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.join(', ') || 'none';
}

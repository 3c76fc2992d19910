import ts from 'typescript';

import { lateHandlingsAt } from '../../../src/analysis/time/late-handling.ts';
import { moduleOf } from '../asked.ts';

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
  const [program, file] = moduleOf(`${GIVEN}${text}`);
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

import type ts from 'typescript';

/**
 * Answers that are kept as long as their program. They hang on the program and not on the source
 * file: TypeScript reuses an unchanged file across edits, while a change in another file may change
 * every answer about it.
 */
export function perProgram<T>(
  create: (program: ts.Program) => T,
): (program: ts.Program) => T {
  const made = new WeakMap<ts.Program, T>();
  return (program) => {
    let value = made.get(program);
    if (value === undefined) {
      value = create(program);
      made.set(program, value);
    }
    return value;
  };
}

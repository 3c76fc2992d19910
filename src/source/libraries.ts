import type ts from 'typescript';

/** Whether the libraries that a program is compiled with declare `AggregateError`, which came with ES2021. */
export function declaresAggregateError(program: ts.Program): boolean {
  return program
    .getSourceFiles()
    .some(
      (file) =>
        program.isSourceFileDefaultLibrary(file) &&
        file.fileName.endsWith('lib.es2021.promise.d.ts'),
    );
}

import path from 'node:path';

import ts from 'typescript';

/** What a program is made of. */
export interface Plan {
  rootNames: readonly string[];
  options: ts.CompilerOptions;
}

const LIBRARIES = path.dirname(ts.getDefaultLibFilePath({}));
const libraries = new Map<string, ts.SourceFile | undefined>();

/** A program; the standard library is read once for all programs of this process. */
export function programFrom({ rootNames, options }: Plan): ts.Program {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest): ts.SourceFile | undefined => {
    if (path.dirname(name) !== LIBRARIES) {
      return read(name, version, ...rest);
    }
    const key = `${name} ${JSON.stringify(version)}`;
    if (!libraries.has(key)) {
      libraries.set(key, read(name, version, ...rest));
    }
    return libraries.get(key);
  };
  return ts.createProgram({ rootNames, options, host });
}

/** Whether a file only stands for its equal in another copy of its package: a host has to read it anew. */
function isRedirect(file: ts.SourceFile): boolean {
  return (file as { redirectInfo?: object }).redirectInfo !== undefined;
}

/** The same program with other texts in some of its files; all other files are taken over as they are. */
export function withTexts(
  before: ts.Program,
  texts: ReadonlyMap<string, string>,
): ts.Program {
  const options = before.getCompilerOptions();
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  // Files may be there that are on no disk, in folders that are on none.
  const folders = new Set(
    before.getSourceFiles().map(({ fileName }) => path.dirname(fileName)),
  );
  host.directoryExists = (name): boolean =>
    folders.has(name) || ts.sys.directoryExists(name);
  host.fileExists = (name): boolean =>
    before.getSourceFile(name) !== undefined || ts.sys.fileExists(name);
  host.getSourceFile = (name, version, ...rest): ts.SourceFile | undefined => {
    const text = texts.get(name);
    if (text !== undefined) {
      return ts.createSourceFile(name, text, version, true);
    }
    const file = before.getSourceFile(name);
    return file === undefined || isRedirect(file)
      ? read(name, version, ...rest)
      : file;
  };
  return ts.createProgram({
    rootNames: before.getRootFileNames(),
    options,
    host,
    oldProgram: before,
  });
}

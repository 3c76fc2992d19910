import path from 'node:path';

import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

const FOLDER = path.join(import.meta.dirname, '../fixtures/project');

/** Library files never change, so that every program of a test run shares them. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** The program before, by options: how its files find each other need not be worked out again. */
const before = new Map<string, ts.Program>();

/**
 * A program of the given files, in memory: file name to text. The first file is `main.ts` unless it
 * says otherwise, and types of Node and of the DOM are there. `more` are options besides the usual ones.
 */
export function programOf(
  files: Readonly<Record<string, string>>,
  more: ts.CompilerOptions = {},
): ts.Program {
  const options = { ...OPTIONS, ...more };
  const texts = new Map(
    Object.entries(files).map(([name, text]) => [
      path.join(FOLDER, name),
      text,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.getCurrentDirectory = () => FOLDER;
  const folders = new Set([...texts.keys()].map((name) => path.dirname(name)));
  host.directoryExists = (name) =>
    folders.has(name) || (disk.directoryExists?.(name) ?? true);
  host.fileExists = (name) => texts.has(name) || disk.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? disk.readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) {
      return ts.createSourceFile(name, text, version, true);
    }
    if (!libraries.has(name)) {
      libraries.set(name, disk.getSourceFile(name, version, ...rest));
    }
    return libraries.get(name);
  };
  const key = JSON.stringify(more);
  const program = ts.createProgram(
    [...texts.keys()],
    options,
    host,
    before.get(key),
  );
  before.set(key, program);
  return program;
}

/** The file of a program made by {@link programOf}. */
export function fileOf(program: ts.Program, name: string): ts.SourceFile {
  const file = program.getSourceFile(path.join(FOLDER, name));
  if (file === undefined) {
    throw new Error(`no file ${name}`);
  }
  return file;
}

/** The first node of a file that a question says yes to, in reading order. */
export function findNode<T extends ts.Node>(
  root: ts.Node,
  is: (node: ts.Node) => node is T,
): T {
  const found = search(root, is);
  if (found === undefined) {
    throw new Error('no such node');
  }
  return found;
}

function search<T extends ts.Node>(
  node: ts.Node,
  is: (node: ts.Node) => node is T,
): T | undefined {
  return is(node) ? node : ts.forEachChild(node, (child) => search(child, is));
}

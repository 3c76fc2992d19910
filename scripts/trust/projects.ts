import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { programFrom } from '../programs.ts';

/** Files that get their types from one program. */
export interface Project {
  /** `undefined` where no configuration of the repository has the file: it gets a program of its own. */
  tsconfig: string | undefined;
  files: string[];
}

const CONFIGURATION = /^(?:ts|js)config.*\.json$/u;

/** The options for a file that no configuration has. */
const ALONE: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  allowJs: true,
  jsx: ts.JsxEmit.Preserve,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  resolveJsonModule: true,
  strict: true,
  target: ts.ScriptTarget.ESNext,
};

/** Finds for each file the nearest `tsconfig` whose program has it, looking in `root` and below only. */
export function projectsOf(root: string, files: readonly string[]): Project[] {
  const configurations = new Configurations();
  const projects = new Map<string, Project>();
  for (const file of files) {
    const tsconfig = configurations.nearest(root, file);
    const project = projects.get(tsconfig ?? file) ?? { tsconfig, files: [] };
    project.files.push(file);
    projects.set(tsconfig ?? file, project);
  }
  return [...projects.values()];
}

const BATCH = 100;

/** The same projects, with those that have no configuration put together: a hundred files share one program. */
export function inBatches(projects: readonly Project[]): Project[] {
  const alone = projects
    .filter(({ tsconfig }) => tsconfig === undefined)
    .flatMap(({ files }) => files);
  const batches: Project[] = [];
  for (let start = 0; start < alone.length; start += BATCH) {
    const files = alone.slice(start, start + BATCH);
    batches.push({ tsconfig: undefined, files });
  }
  return [
    ...projects.filter(({ tsconfig }) => tsconfig !== undefined),
    ...batches,
  ];
}

/**
 * The program of a project; without a configuration, or with one that cannot be read, of its files alone.
 * `typeRoots` names a folder of type packages for a repository in which none are installed.
 */
export function programOf(
  { tsconfig, files }: Project,
  typeRoots?: string,
): ts.Program {
  const read = tsconfig === undefined ? undefined : readConfiguration(tsconfig);
  const options: ts.CompilerOptions = {
    ...(read?.options ?? ALONE),
    composite: false,
    declaration: false,
    incremental: false,
    noEmit: true,
    skipLibCheck: true,
    types: read?.options.types ?? ['*'],
  };
  if (typeRoots !== undefined) {
    options.typeRoots = [...(options.typeRoots ?? []), typeRoots];
    options.types = ['*'];
  }
  return programFrom({
    rootNames: [...new Set([...(read?.fileNames ?? []), ...files])],
    options,
  });
}

class Configurations {
  readonly #files = new Map<string, ReadonlySet<string>>();

  nearest(root: string, file: string): string | undefined {
    for (
      let folder = path.dirname(file);
      folder.startsWith(root);
      folder = path.dirname(folder)
    ) {
      const found = this.#in(folder).find((name) => this.#has(name, file));
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  /** The configurations of a folder, `tsconfig.json` first, and those that they refer to. */
  #in(folder: string): string[] {
    return readdirSync(folder)
      .filter((name) => CONFIGURATION.test(name))
      .sort((a, b) => a.length - b.length)
      .flatMap((name) => {
        const file = path.join(folder, name);
        const references = readConfiguration(file)?.projectReferences ?? [];
        return [
          file,
          ...references.map((reference) =>
            ts.resolveProjectReferencePath(reference),
          ),
        ];
      })
      .filter((file) => existsSync(file));
  }

  #has(configuration: string, file: string): boolean {
    let files = this.#files.get(configuration);
    if (files === undefined) {
      files = new Set(
        readConfiguration(configuration)?.fileNames.map((name) =>
          path.resolve(name),
        ),
      );
      this.#files.set(configuration, files);
    }
    return files.has(file);
  }
}

const configurations = new Map<string, ts.ParsedCommandLine | undefined>();

function readConfiguration(file: string): ts.ParsedCommandLine | undefined {
  if (!configurations.has(file)) {
    configurations.set(
      file,
      ts.getParsedCommandLineOfConfigFile(
        file,
        {},
        {
          ...ts.sys,
          onUnRecoverableConfigFileDiagnostic: () => undefined,
        },
      ),
    );
  }
  return configurations.get(file);
}

/** A folder of type packages to use for a repository, where none are installed in it. */
export function typeRootsFor(
  root: string,
  typeRoots: string | undefined,
): string | undefined {
  return typeRoots === undefined || existsSync(path.join(root, 'node_modules'))
    ? undefined
    : path.resolve(typeRoots);
}

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

import { isCommand } from '../../../src/analysis/fates/commands.ts';

const WORK = 'await Promise.all([load()]);';

function asked(text: string): boolean {
  return isCommand(
    ts.createSourceFile('main.mts', text, ts.ScriptTarget.ESNext, true),
  );
}

describe('is a module a command?', () => {
  it.each([
    ['the file system', `import { rm } from 'node:fs/promises';\n${WORK}`],
    ['the file system, without the prefix', `import fs from 'fs';\n${WORK}`],
    ['the file system, required', `const fs = require('fs');\n${WORK}`],
    ['processes', `import { exec } from 'node:child_process';\n${WORK}`],
    ['processes, imported late', `await import('child_process');\n${WORK}`],
    ['a bundler', `import webpack from 'webpack';\n${WORK}`],
    ['a shell', `import 'zx/globals';\n${WORK}`],
    ['its arguments', `const [, , path] = process.argv;\n${WORK}`],
    ['its parsed arguments', `const { values } = parseArgs({});\n${WORK}`],
    ['its end', `if (!ready) process.exit(1);\n${WORK}`],
    ['the status it ends with', `process.exitCode = 1;\n${WORK}`],
    ['that it was started', `if (require.main === module) main();\n${WORK}`],
    ['that it was started, as a module', `if (import.meta.main) ${WORK}`],
    [
      'its arguments, which may ask it to watch',
      `if (process.argv[2] === '-w') context.watch();\n${WORK}`,
    ],
    [
      'its arguments, in a module that others import too',
      `export const main = () => process.argv;\n${WORK}`,
    ],
    [
      'the file system, with functions of its own',
      `import fs from 'fs';\nasync function main() {}\n${WORK}`,
    ],
    [
      'the file system, with exports of something else',
      `import fs from 'fs';\nkit.exports = fs;\n${WORK}`,
    ],
  ])('yes: %s', (_, text) => {
    expect(asked(text)).toBe(true);
  });

  it.each([
    ['nothing to tell', WORK],
    ['the environment alone', `const url = process.env.URL;\n${WORK}`],
    ['paths alone', `import path from 'node:path';\n${WORK}`],
    ['a text that names the file system', `const a = 'fs';\n${WORK}`],
    ['a call that is given the name', `use('fs');\n${WORK}`],
    ['a module of another name', `import 'my-fs';\n${WORK}`],
    ['a field of another object', `const { argv } = options.process;\n${WORK}`],
    ['another main', `app.main();\n${WORK}`],
    ['an exported value', `import fs from 'fs';\nexport const a = 1;\n${WORK}`],
    ['an exported list', `import fs from 'fs';\nexport { fs };\n${WORK}`],
    ['a default export', `import fs from 'fs';\nexport default fs;\n${WORK}`],
    [
      'an export of CommonJS',
      `const fs = require('fs');\nmodule.exports = fs;\n${WORK}`,
    ],
    [
      'a named export of CommonJS',
      `const fs = require('fs');\nexports.fs = fs;\n${WORK}`,
    ],
    [
      'a server',
      `import fs from 'fs';\nhttp.createServer(answer).listen(80);\n${WORK}`,
    ],
    ['a listener', `${WORK}\napp.listen(process.argv[2]);`],
    ['an interval', `import fs from 'fs';\nsetInterval(tick, 1);\n${WORK}`],
    ['a watcher', `import fs from 'fs';\nfs.watch('.', build);\n${WORK}`],
    ['the arguments of something else', `run(options.argv);\n${WORK}`],
    ['where it stands', `run(import.meta.url);\n${WORK}`],
    ['the main of something else', `run(app.main);\n${WORK}`],
    [
      'an exported function',
      `import fs from 'fs';\nexport async function main() {}\n${WORK}`,
    ],
  ])('no: %s', (_, text) => {
    expect(asked(text)).toBe(false);
  });
});

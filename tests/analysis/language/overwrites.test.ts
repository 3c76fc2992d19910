import ts from 'typescript';

import { replacedSince } from '../../../src/analysis/language/overwrites.ts';
import { referencesTo } from '../../../src/analysis/language/references.ts';
import { catalogue } from '../asked.ts';
import { findNode } from '../program.ts';
import { declarationOfIt } from './mention.ts';

catalogue(
  'does a variable hold something else since its declaration?',
  (program, file) => {
    const { name } = declarationOfIt(file, ts.isVariableDeclaration);
    const references = referencesTo(program.getTypeChecker(), name);
    const { end } = findNode(file, ts.isVariableStatement);
    return references.map(replacedSince(references, end)).join(' ');
  },
  [
    ['behind nothing', 'let it = 1;\nlog(it);', 'false'],
    ['behind a write', 'let it = 1;\nit = 2;\nlog(it);', 'false true'],
    [
      'in a block behind a write',
      'let it = 1;\nit = 2;\n{ log(it); }',
      'false true',
    ],
    [
      'behind a write in a block',
      'let it = 1;\n{ it = 2; log(it); }\nlog(it);',
      'false true false',
    ],
    ['behind an addition', 'let it = 1;\nit += 2;\nlog(it);', 'false false'],
  ],
);

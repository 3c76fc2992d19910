import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import promiseCombinators from 'eslint-plugin-promise-combinators';
import typescriptEslint from 'typescript-eslint';

/** Imports run one way: rules -> suggestions -> analysis, with `source/` as the only door to types. */
function importsOf(folder, patterns) {
  return {
    name: `imports of src/${folder}`,
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

function noFolder(folders, message) {
  return { group: folders.map((folder) => `**/${folder}/**`), message };
}

/** The rooms of the analysis, each built on those before it. */
const ROOMS = [
  'language',
  'rejections',
  'fates',
  'settled',
  'handlers',
  'swallowed',
  'time',
  'arguments',
  'concurrency',
];

const NO_LINTER = {
  regex: '^(?!\\./|\\.\\./(?!\\.\\.)|typescript$|ts-api-utils$)',
  message:
    'The analysis answers in terms of TypeScript, without a linter and without what is built on it.',
};

/** Nobody but `source/` may ask the parser for types. */
const OTHER_DOORS_TO_TYPES = [
  {
    selector:
      ":matches(MemberExpression[property.name='parserServices'], ObjectPattern > Property[key.name='parserServices'])",
    message: 'Types come from `source/typed-source.ts` only.',
  },
  {
    selector: "Identifier[name='getParserServices']",
    message: 'Types come from `source/typed-source.ts` only.',
  },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'docs/examples/',
    'tests/fixtures/',
    'tests/consumers/',
  ]),
  {
    name: 'configuration in plain JavaScript',
    files: ['**/*.{js,mjs}'],
    extends: [typescriptEslint.configs.strict],
  },
  {
    name: 'TypeScript',
    files: ['**/*.ts'],
    plugins: { 'promise-combinators': promiseCombinators },
    extends: [
      typescriptEslint.configs.strictTypeChecked,
      'promise-combinators/all',
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // ESTree's node types are compared as the strings that they are.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    name: 'sources',
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...OTHER_DOORS_TO_TYPES] },
  },
  {
    name: 'the door to types',
    files: ['src/source/**/*.ts', 'src/create-rule.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  importsOf('analysis', [NO_LINTER]),
  ...ROOMS.map((room, index) =>
    importsOf(`analysis/${room}`, [
      NO_LINTER,
      ...(index + 1 < ROOMS.length
        ? [
            noFolder(
              ROOMS.slice(index + 1),
              'A room of the analysis asks those before it.',
            ),
          ]
        : []),
    ]),
  ),
  importsOf('source', [
    noFolder(['rules', 'suggestions'], 'Types know nothing of their users.'),
  ]),
  importsOf('suggestions', [
    noFolder(
      ['rules'],
      'A suggestion knows nothing of the rule that makes it.',
    ),
  ]),
  {
    name: 'rules',
    files: ['src/rules/*.ts'],
    extends: [eslintPlugin.configs['rules-recommended']],
    rules: {
      'eslint-plugin/require-meta-docs-description': [
        'error',
        { pattern: '^(Disallow|Require|Prefer) [^.]+$' },
      ],
      'eslint-plugin/report-message-format': ['error', '^[A-Z`{].*\\.$'],
      // The rule creator fills in the page's address, and the presets stand in `meta.docs.presets`.
      'eslint-plugin/require-meta-docs-url': 'off',
      'eslint-plugin/require-meta-docs-recommended': 'off',
    },
  },
  {
    name: 'tests of rules',
    files: ['tests/rules/**/*.ts'],
    extends: [eslintPlugin.configs['tests-recommended']],
    settings: { 'eslint-plugin': { ruleTesterConstructors: ['RuleTester'] } },
  },
  {
    name: 'tests',
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);

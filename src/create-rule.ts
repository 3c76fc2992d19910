import { ESLintUtils, type TSESLint } from '@typescript-eslint/utils';

import { typedSourceOf, type TypedSource } from './source/typed-source.ts';

/** The presets, from the quietest to the fullest. */
export const PRESETS = ['recommended', 'strict', 'all'] as const;

export type Preset = (typeof PRESETS)[number];

/** What a preset sets for one rule: a severity, with options where they differ from the defaults. */
export type PresetEntry = 'error' | 'warn' | ['error' | 'warn', object];

export interface RuleDocs {
  description: string;
  /** The presets that switch the rule on, and how. A rule left out of a preset is off there. */
  presets: Partial<Record<Preset, PresetEntry>>;
}

const REPOSITORY =
  'https://github.com/promise-combinators/eslint-plugin-promise-combinators';

const create = ESLintUtils.RuleCreator<RuleDocs>(
  (name) => `${REPOSITORY}/blob/main/docs/rules/${name}.md`,
);

const TYPES_REQUIRED =
  'Promise combinators cannot be judged without type information, and this file was linted without it. Set `languageOptions.parserOptions.projectService` to `true` with `@typescript-eslint/parser`.';

type WithTypesRequired<MessageIds extends string> =
  MessageIds | 'typesRequired';

type RuleModule<
  MessageIds extends string,
  Options extends readonly unknown[],
> = TSESLint.RuleModule<WithTypesRequired<MessageIds>, Options, RuleDocs>;

interface RuleDefinition<
  MessageIds extends string,
  Options extends readonly unknown[],
> {
  name: string;
  meta: TSESLint.RuleMetaData<MessageIds, RuleDocs, Options> & {
    docs: RuleDocs;
  };
  /** A word without which no code of a file can concern the rule; such files cost one text search. */
  mentions: RegExp;
  create: (
    context: Readonly<
      TSESLint.RuleContext<WithTypesRequired<MessageIds>, Options>
    >,
    source: TypedSource,
  ) => TSESLint.RuleListener;
}

/** Sources that already carry the report of missing types: one report a file, whatever the rules. */
const reportedWithoutTypes = new WeakSet<object>();

/**
 * The one way in which a rule of this plugin is made. It hands the rule a {@link TypedSource}; where
 * the file has no type information it reports that once, at the top, and the rule does not run.
 */
export function createRule<
  MessageIds extends string,
  Options extends readonly unknown[] = [],
>(
  definition: RuleDefinition<MessageIds, Options>,
): RuleModule<MessageIds, Options> & { name: string } {
  const { name, meta, mentions } = definition;
  return create<Options, WithTypesRequired<MessageIds>>({
    name,
    meta: {
      ...meta,
      messages: { ...meta.messages, typesRequired: TYPES_REQUIRED },
    },
    create(context) {
      if (!mentions.test(context.sourceCode.text)) {
        return {};
      }
      const source = typedSourceOf(context.sourceCode);
      return source === undefined
        ? reportMissingTypes(context)
        : definition.create(context, source);
    },
  });
}

function reportMissingTypes<
  MessageIds extends string,
  Options extends readonly unknown[],
>(
  context: Readonly<
    TSESLint.RuleContext<WithTypesRequired<MessageIds>, Options>
  >,
): TSESLint.RuleListener {
  return {
    Program(): void {
      if (reportedWithoutTypes.has(context.sourceCode)) {
        return;
      }
      reportedWithoutTypes.add(context.sourceCode);
      context.report({
        loc: { line: 1, column: 0 },
        messageId: 'typesRequired',
      });
    },
  };
}

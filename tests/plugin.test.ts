import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { PRESETS } from '../src/create-rule.ts';
import plugin from '../src/index.ts';
import { rules } from '../src/rules/index.ts';
import { lintTyped } from './lint.ts';

const root = path.join(import.meta.dirname, '..');

interface OptionsSchema {
  properties: Record<string, { description: string }>;
}

/** What stands in a folder, by its name up to the first dot: a rule's tests may be several files. */
function namesIn(folder: string): string[] {
  const names = readdirSync(path.join(root, folder)).map((file) =>
    file.replace(/\..+$/u, ''),
  );
  return [...new Set(names)].filter((name) => name !== 'index').sort();
}

/** The text of a rule's tests: `<rule>.test.ts`, and `<rule>.<topic>.test.ts` where they are many. */
function testsOf(name: string): string {
  const folder = path.join(root, 'tests/rules');
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

const ruleNames = Object.keys(rules).sort();

describe('the plugin', () => {
  it('says what it is', () => {
    const manifest = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    ) as { name: string; version: string };

    expect(plugin.meta).toEqual({
      name: manifest.name,
      version: manifest.version,
      namespace: 'promise-combinators',
    });
  });

  it.each(['src/rules', 'tests/rules', 'docs/rules'])(
    'has a file in %s for each rule, and no other',
    (folder) => {
      expect(namesIn(folder)).toEqual(ruleNames);
    },
  );

  it('exports its rules under their own names', () => {
    expect(Object.keys(plugin.rules).sort()).toEqual(ruleNames);
    expect(
      Object.values(rules)
        .map((rule) => rule.name)
        .sort(),
    ).toEqual(ruleNames);
  });
});

describe.each(PRESETS)('the preset %s', (preset) => {
  const config = plugin.configs[preset];

  it('refers to this very plugin', () => {
    expect(config.plugins['promise-combinators']).toBe(plugin);
    expect(config.name).toBe(`promise-combinators/${preset}`);
  });

  it('sets what the metadata of each rule says', () => {
    const entries = Object.entries(rules).flatMap(([name, rule]) => {
      const entry = rule.meta.docs?.presets[preset];
      return entry === undefined
        ? []
        : [[`promise-combinators/${name}`, entry] as const];
    });

    expect(config.rules).toEqual(Object.fromEntries(entries));
  });

  it('sets options that the rules accept', () => {
    expect(lintTyped('export {};', 'ts', config.rules)).toEqual([]);
  });
});

it('has every rule of a quieter preset in each louder one', () => {
  const [recommended, strict, all] = PRESETS.map((preset) =>
    Object.keys(plugin.configs[preset].rules),
  );

  expect(strict).toEqual(expect.arrayContaining(recommended ?? []));
  expect(all).toEqual(expect.arrayContaining(strict ?? []));
  expect(all).toHaveLength(ruleNames.length);
});

describe.each(Object.entries(rules))('the rule %s', (name, { meta }) => {
  const messageIds = Object.keys(meta.messages).filter(
    (id) => id !== 'typesRequired',
  );

  it('describes itself in one line without a dot', () => {
    expect(meta.docs?.description).toMatch(
      /^(?:Disallow|Require|Prefer) .*[^.]$/u,
    );
    expect(meta.docs?.url).toMatch(
      new RegExp(`/docs/rules/${name}\\.md$`, 'u'),
    );
  });

  it('has messages that are sentences', () => {
    for (const message of Object.values(meta.messages)) {
      expect(message).toMatch(/^(?:[A-Z]|[`{]).*\.$/u);
    }
  });

  it('has a test for each message', () => {
    const tests = testsOf(name);

    for (const id of messageIds) {
      expect(tests).toContain(`'${id}'`);
    }
  });

  it('declares suggestions if and only if its tests expect some', () => {
    expect(meta.hasSuggestions ?? false).toBe(
      /\bsuggestions: \[/u.test(testsOf(name)),
    );
  });

  it('takes options of one closed, described object with defaults', () => {
    const schema = meta.schema as unknown as OptionsSchema[];

    expect(schema.length).toBeLessThanOrEqual(1);
    expect(meta.defaultOptions ?? []).toHaveLength(schema.length);
    for (const object of schema) {
      expect(object).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
      for (const { description } of Object.values(object.properties)) {
        expect(description).toMatch(/\.$/u);
      }
      expect(Object.keys(meta.defaultOptions?.[0] ?? {}).sort()).toEqual(
        Object.keys(object.properties).sort(),
      );
    }
  });
});

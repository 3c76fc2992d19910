import { format, resolveConfig } from 'prettier';

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
  ],
  ignoreConfig: ['all'],
  ruleDocTitleFormat: 'prefix-name',
  ruleDocNotices: ['description', 'configs', 'hasSuggestions', 'fixable'],
  ruleListColumns: [
    'name',
    'description',
    'configsError',
    'configsWarn',
    'hasSuggestions',
    'fixable',
  ],
  postprocess: async (content, path) =>
    format(content, { ...(await resolveConfig(path)), filepath: path }),
};

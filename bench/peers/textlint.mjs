/** textlint with terminology, stop-words and write-good. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TextlintKernelDescriptor } from '@textlint/kernel';
import { createLinter } from 'textlint';
import { terms as wordy } from './write-good.mjs';

const require = createRequire(import.meta.url);
const RULES = ['terminology', 'stop-words', 'write-good'];
const loaded = async (id) => {
  const found = (await import(id)).default;
  return found.default ?? found;
};
const rules = RULES.map(async (name) => ({
  ruleId: name,
  rule: await loaded(`textlint-rule-${name}`),
  options: true,
}));

const stopWords = readFileSync(
  new URL('../node_modules/textlint-rule-stop-words/dict.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const terminology = [
  ...readFileSync(
    new URL('../node_modules/textlint-rule-terminology/terms.jsonc', import.meta.url),
    'utf8',
  ).matchAll(/^\s*"([^"\\]+)"/gmu),
].map(([, term]) => term);

const linter = createLinter({
  descriptor: new TextlintKernelDescriptor({
    filterRules: [],
    rules: await Promise.all(rules),
    plugins: [
      {
        pluginId: '@textlint/textlint-plugin-text',
        plugin: await loaded('@textlint/textlint-plugin-text'),
        options: true,
      },
    ],
  }),
});

export const peer = {
  name: 'textlint',
  checks: 'terminology, stop-words, write-good',
  terms: [...new Set([...stopWords, ...terminology, ...wordy])],
  voice: true,
  run: async (text) => (await linter.lintText(text, 'text.txt')).messages.length,
  command: (file) => [
    require.resolve('../node_modules/textlint/bin/textlint.js'),
    ...RULES.flatMap((name) => ['--rule', name]),
    file,
  ],
};

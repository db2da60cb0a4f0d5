/** write-good with its default checks. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import writeGood from 'write-good';

const require = createRequire(import.meta.url);
const LISTS = [
  'weasel-words/weasel.js',
  'too-wordy/too-wordy.js',
  'no-cliches/cliches.js',
  'adverb-where/adverbs.js',
];

/** The words of a list that a package keeps to itself: the strings of its first array. */
function wordsOf(file) {
  const source = readFileSync(require.resolve(file), 'utf8');
  const list = source.slice(source.indexOf('['), source.indexOf(']'));
  return [...list.matchAll(/'((?:[^'\\]|\\.)+)'/gu)].map(([, word]) => word.replaceAll("\\'", "'"));
}

export const terms = [...new Set(LISTS.flatMap(wordsOf))];

export const peer = {
  name: 'write-good',
  checks: 'weasel words, wordy phrases, clichés, adverbs, passive voice, repeated words',
  terms,
  voice: true,
  run: async (text) => writeGood(text).length,
  command: (file) => [require.resolve('write-good/bin/write-good.js'), file],
};

/** alex with its default rules: inconsiderate and profane words. */
import { createRequire } from 'node:module';
import { text as alex } from 'alex';
import { patterns } from './node_modules.mjs';

const equality = await patterns('retext-equality/lib/patterns-en.js');
const { cuss } = await patterns('cuss/index.js');
const inconsiderate = equality.patterns.flatMap((one) => Object.keys(one.inconsiderate ?? {}));
const SURE = 2;
const profane = Object.entries(cuss).flatMap(([word, sureness]) => (sureness >= SURE ? [word] : []));

export const peer = {
  name: 'alex',
  checks: 'inconsiderate and profane words',
  terms: [...new Set([...inconsiderate, ...profane])],
  voice: false,
  run: async (text) => alex(text, { profanitySureness: SURE }).messages.length,
  command: (file) => [createRequire(import.meta.url).resolve('../node_modules/alex/cli.js'), '--text', file],
};

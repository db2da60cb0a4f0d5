/** retext with simplify, intensify, passive and repeated-words. */
import { retext } from 'retext';
import english from 'retext-english';
import intensify from 'retext-intensify';
import passive from 'retext-passive';
import repeatedWords from 'retext-repeated-words';
import simplify from 'retext-simplify';
import stringify from 'retext-stringify';
import { patterns } from './node_modules.mjs';

const simpler = await patterns('retext-simplify/lib/patterns.js');
const { weasels } = await patterns('weasels/index.js');
const { hedges } = await patterns('hedges/index.js');
const { fillers } = await patterns('fillers/index.js');
const processor = retext()
  .use(english)
  .use(simplify)
  .use(intensify)
  .use(passive)
  .use(repeatedWords)
  .use(stringify);

export const peer = {
  name: 'retext',
  checks: 'simplify, intensify, passive, repeated-words',
  terms: [...new Set([...Object.keys(simpler.patterns), ...weasels, ...hedges, ...fillers])],
  voice: true,
  run: async (text) => (await processor.process(text)).messages.length,
};

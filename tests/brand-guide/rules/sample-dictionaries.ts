/** Small dictionaries for tables; a real one takes a second to load. */
import { dictionaryOf } from '../../../brand-guide/spelling/dictionary.ts';

const dic = (words: string) => `${words.split(' ').length}\n${words.split(' ').join('\n')}`;

export const sampleDictionaries = {
  sample: dictionaryOf({
    aff: "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz'\nSFX S Y 1\nSFX S 0 s .",
    dic: dic("an at and code don't drink/S fresh hand here is it mint/S our picked roast/S the we well with"),
  }),
  'sample-el': dictionaryOf({ aff: 'SET UTF-8\nTRY αιεστνορ', dic: dic('ο η καφές μας είναι εδώ μέντα') }),
  'sample-ru': dictionaryOf({ aff: 'SET UTF-8\nTRY оаеинтср', dic: dic('наша мята здесь ёлка кофе') }),
  'sample-id': dictionaryOf({ aff: 'SET UTF-8\nTRY aneiutkr', dic: dic('kopi kami ada di sini hati') }),
  'sample-fa': dictionaryOf({ aff: 'SET UTF-8\nTRY ایرنم', dic: dic('قهوه کتاب ما اینجاست می روم ها') }),
};

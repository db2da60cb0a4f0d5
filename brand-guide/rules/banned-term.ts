/** Finds the words that the brand never uses. */
import type { Rule } from '../engine/types.ts';
import { holdsIn, nameShields, reportTerm, unwantedLiterals } from '../engine/vocabulary.ts';

export const bannedTerm: Rule = {
  meta: {
    id: 'banned-term',
    says: 'Words that the brand bans do not appear.',
    severity: 'error',
    fixable: true,
    languages: 'any',
    docs: 'Finds every term whose status is `banned`, with its paired forms, its listed inflections and the closed suffixes of its language. `except` lists longer texts in which it is right. A form with its own replacement, or an invariant term, is fixed; for others, in quotations and for a `prefix`, the replacements are suggested. Nothing is found inside names, links, tags, codes and required lines.',
    options: ['vocabulary'],
    examples: [
      {
        guide: {
          vocabulary: {
            terms: [{ id: 'cheap', term: 'cheap', status: 'banned', use: ['good value'], invariant: true }],
          },
        },
        locale: 'en-US',
        accept: ['Good value, all day.', 'A cheapskate would say so.', 'See cheap.example/cheap today.'],
        reject: [
          { text: 'A cheap iced mint.', evidence: 'cheap', fixed: 'A good value iced mint.' },
          { text: 'CHEAP and cheerful', evidence: 'CHEAP', fixed: 'GOOD VALUE and cheerful' },
        ],
      },
      {
        guide: { vocabulary: { terms: [{ id: 'free', term: 'δωρεάν', status: 'banned' }] } },
        locale: 'el-GR',
        accept: ['Δωρεα της εβδομάδας'],
        reject: [{ text: 'Τώρα ΔΩΡΕΑΝ!', evidence: 'ΔΩΡΕΑΝ' }],
      },
    ],
  },
  *literals(guide, place) {
    for (const term of guide.vocabulary?.terms ?? []) {
      if (term.status === 'banned' && holdsIn(term, place))
        yield* unwantedLiterals(term, [term.term], term.use ?? []);
    }
    yield* nameShields(guide, place);
  },
  *check(context) {
    for (const part of context.subject.parts) {
      for (const hit of context.hits(part)) {
        if (!hit.literal.shields) yield* reportTerm(context, part, hit, 'is not a word of this brand');
      }
    }
  },
};

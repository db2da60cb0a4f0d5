/** Finds words for which the brand has a better one. */
import type { Literal, Place, Rule } from '../engine/types.ts';
import { holdsIn, nameShields, pairedLiterals, reportTerm, unwantedLiterals } from '../engine/vocabulary.ts';
import type { Term } from '../schema/wording.ts';

/** A preferred term is right inside longer words of its own, so it shields what it replaces. */
function literalsOf(term: Term): Literal[] {
  const right: Literal = { text: term.term, item: term.id, shields: true, suffixes: true };
  if (term.status === 'preferred')
    return [right, ...unwantedLiterals(term, term.insteadOf ?? [], [term.term])];
  if (term.status === 'admitted') return [right, ...pairedLiterals(term)];
  return unwantedLiterals(term, [term.term], term.use ?? []);
}

function concerns(term: Term, place: Place): boolean {
  return term.status !== 'banned' && holdsIn(term, place);
}

export const preferredTerm: Rule = {
  meta: {
    id: 'preferred-term',
    says: 'Where the brand prefers one word to another, the preferred one is used.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Finds `deprecated` terms and what a `preferred` term is `insteadOf`. A form with its own replacement, or an invariant term, is fixed, keeping capitals and mending a/an; for others the replacements are suggested.',
    options: ['vocabulary'],
    examples: [
      {
        guide: {
          vocabulary: {
            terms: [
              {
                id: 'guest',
                term: 'guest',
                status: 'preferred',
                insteadOf: ['customer'],
                forms: [{ find: 'customers', use: 'guests' }],
                invariant: true,
              },
              {
                id: 'iced',
                term: 'cold drink',
                status: 'deprecated',
                use: ['iced drink'],
                forms: [{ find: 'cold drink', use: 'iced drink' }],
              },
            ],
          },
        },
        locale: 'en-GB',
        accept: ['Our guests come first.', 'Thank you @customer.'],
        reject: [
          { text: 'Customers love it.', evidence: 'Customers', fixed: 'Guests love it.' },
          { text: 'Have a cold drink.', evidence: 'cold drink', fixed: 'Have an iced drink.' },
        ],
      },
      {
        guide: {
          vocabulary: { terms: [{ id: 'specs', term: 'очки', status: 'preferred', insteadOf: ['окуляры'] }] },
        },
        locale: 'ru-RU',
        accept: ['Новые очки'],
        reject: [{ text: 'Новые окуляры', evidence: 'окуляры' }],
      },
    ],
  },
  *literals(guide, place) {
    for (const term of guide.vocabulary?.terms ?? []) if (concerns(term, place)) yield* literalsOf(term);
    yield* nameShields(guide, place);
  },
  *check(context) {
    for (const part of context.subject.parts) {
      for (const hit of context.hits(part)) {
        if (!hit.literal.shields)
          yield* reportTerm(context, part, hit, 'is not the word that this brand prefers');
      }
    }
  },
};

/** Sees that a regulated claim stands only where the campaign has evidence for it. */
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Check, Report, Rule, Subject } from '../engine/types.ts';
import { holdsIn } from '../engine/vocabulary.ts';
import type { PatternMatch } from '../pattern/pattern.ts';
import { patternSet, type PatternSet } from '../pattern/pattern-set.ts';
import type { Claim } from '../schema/wording.ts';

type Standing = 'backed' | 'none' | { readonly expired: string };

/** The evidence that lasts longest decides; where the day is not known, any does. */
function standingOf({ id }: Claim, { evidence = [], day }: Subject): Standing {
  const own = evidence.filter(({ claim }) => claim === id);
  if (own.length === 0) return 'none';
  const expired = own.flatMap(({ until }) =>
    until !== undefined && day !== undefined && until < day ? [until] : [],
  );
  if (expired.length < own.length) return 'backed';
  return { expired: expired.toSorted().at(-1) ?? '' };
}

function messageFor({ id, note }: Claim, text: string, standing: Exclude<Standing, 'backed'>): string {
  const why =
    standing === 'none'
      ? `the campaign has no evidence for “${id}”`
      : `the campaign’s evidence for “${id}” ended on ${standing.expired}`;
  return `“${text}” is a regulated claim, and ${why}; add some or leave the claim out.${note === undefined ? '' : ` ${note}`}`;
}

function broken({ id, waivable = true }: Claim, why: string, field: string): Report {
  const message = `The pattern of the claim “${id}” cannot be run, so it is not checked: ${why}.`;
  return { field, start: 0, end: 0, item: id, message, severity: 'warning', waivable };
}

const NONE: readonly PatternMatch[] = [];

function checkWith(claims: readonly Claim[], patterns: PatternSet<Claim>): Check {
  return function* check(context) {
    const { subject } = context;
    const [main] = subject.parts;
    const scanned = subject.parts.map((part) => ({ part, matches: patterns.scan(part.text) }));
    for (const claim of claims) {
      const standing = standingOf(claim, subject);
      const fault = patterns.faults.get(claim);
      if (fault && main) yield broken(claim, fault.message, main.field);
      if (fault || standing === 'backed') continue;
      for (const { part, matches } of scanned) {
        const found = (matches.get(claim) ?? NONE).filter(({ start, end }) => end > start);
        if (found.length === 0) continue;
        for (const { start, end, text } of outside(found, closedScopes(context, part))) {
          const message = messageFor(claim, text, standing);
          yield { field: part.field, start, end, item: claim.id, message, waivable: claim.waivable ?? true };
        }
      }
    }
  };
}

export const claim: Rule = {
  meta: {
    id: 'claim',
    says: 'A regulated claim stands only where the campaign has evidence for it.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Runs the pattern of each of `claims` that holds in the place, in any case, over what is no link, tag or code. A match is satisfied by the campaign’s `evidence` with the claim’s id whose `until` has not passed on the day of reading; where the day is not known, evidence of any age counts.',
    options: ['claims'],
    examples: [
      {
        guide: {
          claims: [
            { id: 'rate', pattern: 'best (?:interest )?rates?', needs: 'evidence', note: 'Ask Legal.' },
          ],
        },
        locale: 'en-GB',
        subject: { day: '2027-05-01', evidence: [{ claim: 'speed', ref: 'study.pdf' }] },
        accept: ['A good rate', 'See https://k.example/best-rates'],
        reject: [{ text: 'The Best interest rate in town', evidence: 'Best interest rate' }],
      },
      {
        guide: { claims: [{ id: 'rate', pattern: 'самая низкая ставка', needs: 'evidence' }] },
        locale: 'ru-RU',
        subject: {
          day: '2027-05-01',
          evidence: [{ claim: 'rate', ref: 'a', until: '2027-04-30' }],
        },
        accept: ['Низкая ставка'],
        reject: [{ text: 'Самая низкая ставка!', evidence: 'Самая низкая ставка' }],
      },
    ],
  },
  wanted: (guide, place) => (guide.claims ?? []).some((one) => holdsIn(one, place)),
  prepare: (guide, place) => {
    const claims = (guide.claims ?? []).filter((one) => holdsIn(one, place));
    const sought = claims.map((key) => ({ key, source: key.pattern, options: { ignoreCase: true } }));
    return checkWith(claims, patternSet(sought));
  },
};

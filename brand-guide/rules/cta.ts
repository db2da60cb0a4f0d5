/** Holds the call to action to the guide: that there is one, which, where, and no second one that competes with it. */
import {
  callLiterals,
  callsOf,
  foreignCalls,
  OWN,
  phrasingsOf,
  STOCK,
  writtenCall,
} from '../engine/calls.ts';
import { isAtEnd, isAtStart, isBeforeFold } from '../engine/standing.ts';
import type { Standing } from '../engine/standing.ts';
import { tailStart } from '../engine/tail.ts';
import { isStock } from '../engine/tells-nothing.ts';
import type { Part, Report, Rule, RuleContext } from '../engine/types.ts';
import type { CtaPolicy } from '../schema/social.ts';

/** A message names so many; the suggestions have them all. */
const NAMED = 3;

function quoted(phrasings: readonly string[]): string {
  const named = phrasings.slice(0, NAMED).map((one) => `“${one}”`);
  return [...named, ...(phrasings.length > NAMED ? ['another of its calls'] : [])].join(' or ');
}

function missing(policy: CtaPolicy, context: RuleContext, main: Part): Report {
  const phrasings = phrasingsOf(policy, context.place.locale);
  const first = policy.position === 'start';
  const end = main.text.slice(0, tailStart(main.text, context.scopes(main))).trimEnd().length;
  const at = first ? 0 : end;
  const suggestions = phrasings.map((one) => (first ? `${one} ` : end === 0 ? one : ` ${one}`));
  const message = `This text calls nobody to act; say ${quoted(phrasings)}.`;
  return { field: main.field, start: at, end: at, item: 'required', message, suggestions };
}

const LINK = /https?:\S+/gu;

/** The lines that close a letter may follow too. */
const endsWith = (context: RuleContext, part: Part, hit: Standing['hit']): boolean =>
  isAtEnd(context, part, hit) ||
  isStock(part.text.slice(hit.end, tailStart(part.text, context.scopes(part))).replace(LINK, ''), context);

/** Why a call that is there is not in its place, or nothing. */
function misplaced({ position, beforeFold }: CtaPolicy, context: RuleContext, { part, hit }: Standing) {
  if (part.field !== context.subject.parts[0]?.field) return undefined;
  if (position === 'start' && !isAtStart(part, hit)) return 'move it to the start';
  if (position === 'end' && !endsWith(context, part, hit)) return 'move it to the end';
  if (beforeFold && !isBeforeFold(context, part, hit)) return 'move it up, before the fold';
  return undefined;
}

function reportAt({ part, hit: { start, end } }: Standing, message: string): Report {
  return { field: part.field, start, end, message };
}

function* standing(policy: CtaPolicy, context: RuleContext, own: readonly Standing[]): Iterable<Report> {
  const [first] = own;
  if (!first) return;
  const reasons = own.map((one) => misplaced(policy, context, one));
  if (!reasons.includes(undefined))
    yield reportAt(first, `“${writtenCall(first)}” is not where the call to action stands; ${reasons[0]}.`);
  const second = own.find((one) => one.hit.literal.text !== first.hit.literal.text);
  if (!second) return;
  const message = `“${writtenCall(second)}” competes with “${writtenCall(first)}”; keep one call to action.`;
  yield { ...reportAt(second, message), severity: 'suggestion' };
}

/** A call of anybody's at the start of a sentence. It stands for the brand's own where that `isMissed`. */
function* foreign(policy: CtaPolicy, context: RuleContext, isMissed: boolean): Iterable<Report> {
  const phrasings = phrasingsOf(policy, context.place.locale);
  for (const one of foreignCalls(context)) {
    const message = `“${writtenCall(one)}” is no call to action of this brand; say ${quoted(phrasings)}.`;
    const severity = isMissed ? {} : { severity: 'suggestion' as const };
    yield { ...reportAt(one, message), ...severity, suggestions: phrasings };
  }
}

export const cta: Rule = {
  meta: {
    id: 'cta',
    says: 'A text calls to act in the brand’s own words, once, where the guide wants it.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Checks `cta` with the `phrasings` of the locale, in any case: `required`, `position` and `beforeFold` in the main text, two different calls (a suggestion), and well-known calls in six languages that open a sentence and are none of the phrasings (a suggestion, where no call is missed). The guide’s own `phrases` are never found: `shortCta` and `scanQr` count as a call, `linkInBio` and `optOut` do not. Tags, handles, links and the lines that close a letter may follow a call at the `end`. An inflected phrasing is listed in the guide.',
    options: ['cta', 'phrases'],
    examples: [
      {
        guide: {
          cta: { required: true, phrasings: { en: ['Find your café', 'Order ahead'] }, position: 'end' },
        },
        locale: 'en-US',
        accept: ['Mint is back. Find your café.', 'Mint. ORDER AHEAD: https://n.example #Mint'],
        reject: [
          { text: 'Mint is back.', evidence: '' },
          { text: 'Find your café. Mint is back.', evidence: 'Find your café' },
          { text: 'Order ahead. Find your café.', evidence: 'Find your café' },
          { text: 'Click here. Find your café.', evidence: 'Click here' },
        ],
      },
      {
        channel: 'email',
        guide: {
          cta: { phrasings: { en: ['Find your café'] }, position: 'end' },
          phrases: {
            en: { sender: 'This letter is from {brand}.', unsubscribe: 'Reply to end these letters.' },
          },
        },
        locale: 'en-US',
        accept: [
          'Mint.\n\nFind your café: https://n.example\n\nThis letter is from N.\nReply to end these letters.',
        ],
        reject: [{ text: 'Find your café.\n\nThis letter is long.', evidence: 'Find your café' }],
      },
      {
        guide: {
          cta: { phrasings: { en: ['Find your café'] } },
          phrases: { en: { linkInBio: 'Link in bio', shortCta: 'See more' } },
        },
        locale: 'en-US',
        accept: ['Mint is back. Link in bio.', 'Mint is back. See more:'],
        reject: [{ text: 'Mint is back. Learn more:', evidence: 'Learn more' }],
      },
      {
        guide: { cta: { required: true, phrasings: { zh: ['開始在家試戴'] } } },
        locale: 'zh-TW',
        accept: ['請開始在家試戴。'],
        reject: [{ text: '在家試戴。立即購買！', evidence: '立即購買' }],
      },
    ],
  },
  wanted: ({ cta: policy }, { locale }) => policy !== undefined && phrasingsOf(policy, locale).length > 0,
  literals: callLiterals,
  *check(context) {
    const { cta: policy = {} } = context.guide;
    const [main] = context.subject.parts;
    if (!main) return;
    const own = callsOf(context, OWN);
    const isMissed = policy.required === true && own.length === 0 && callsOf(context, STOCK).length === 0;
    const others = [...foreign(policy, context, isMissed)];
    if (isMissed && others.length === 0) yield missing(policy, context, main);
    yield* standing(policy, context, own);
    yield* others;
  },
};

/** The lines that close a mailing: who sends it, and how to stop it. */
import { entryFor } from '../../brand-guide/engine/locale.ts';
import { hasBrand } from '../../brand-guide/guides/neutral.ts';
import type { Phrases } from '../../brand-guide/schema/phrases.ts';
import type { Note } from '../core/variant.ts';
import { formsOf } from './says.ts';
import type { AdaptInput } from './types.ts';

export interface Closing {
  readonly lines: readonly string[];
  readonly problems: readonly Note[];
}

const NONE: Closing = { lines: [], problems: [] };
const NAMELESS: Note = {
  what: 'sender',
  why: 'neither the guide nor the campaign names the brand: left out; give the campaign its brand',
};

/** The brand's full name as the locale has it, else the campaign's brand; empty where neither names one. */
export function brandOf({ guide, locale, campaign }: AdaptInput): string {
  const { meta, names = [] } = guide;
  if (!hasBrand(guide)) return campaign.brand ?? '';
  const named = names.find(({ canonical }) => canonical === meta.name.full);
  return entryFor(named?.forms, locale)?.[0] ?? meta.name.full;
}

/** What may stand for the sender where little fits: the brand's full name, its short one, the names that the small print has. */
export function namesOf(input: AdaptInput): readonly string[] {
  const { guide, facts, locale } = input;
  const print = facts.flatMap((fact) => (fact.kind === 'legal' ? (formsOf(fact, locale) ?? []) : []));
  const printed = facts
    .flatMap((fact) => (fact.kind === 'name' ? (formsOf(fact, locale)?.slice(0, 1) ?? []) : []))
    .filter((name) => print.some((line) => line.includes(name)));
  const short = hasBrand(guide) ? (guide.meta.name.short ?? '') : '';
  return [...new Set([brandOf(input), ...printed, short])].filter((name) => name !== '');
}

/** Nothing on channels without a subject: what has one is a letter, and a letter says whom it is from. */
export function closingFor(input: AdaptInput, { sender, unsubscribe }: Phrases): Closing {
  if (!input.channel.spec.fields.some(({ name }) => name === 'subject')) return NONE;
  const brand = brandOf(input);
  const lines = [brand === '' ? undefined : sender?.replaceAll('{brand}', brand), unsubscribe];
  const lacking = Object.entries({ sender, unsubscribe }).filter(([, phrase]) => phrase === undefined);
  return {
    lines: lines.filter((line) => line !== undefined),
    problems: [
      ...lacking.map(([name]) => ({
        what: `phrase ${name}`,
        why: `the guide has none for ${input.locale}: left out`,
      })),
      ...(brand === '' && sender !== undefined ? [NAMELESS] : []),
    ],
  };
}

/** Roles and qualifiers of a value by the cue words around it. */
import data from './data/roles.json' with { type: 'json' };
import { endingIn, fromAll, startingWith } from './lexicon.ts';
import type { Language, Sides } from './lexicon.ts';
import type { PRICE_ROLES, Qualifier } from './types.ts';
import { remembered } from './window.ts';

export interface Cue<Name extends string> {
  readonly name: Name;
  readonly before: RegExp;
  readonly after: RegExp;
}

const NONE: Sides = { before: [], after: [] };

/** One cue from its words in every language, and from those that the data of all languages add. */
export function cue<Name extends string>(
  name: Name,
  pick: (language: Language) => Sides,
  { before, after }: Sides = NONE,
): Cue<Name> {
  return {
    name,
    before: endingIn([...fromAll((language) => pick(language).before), ...before]),
    after: startingWith([...fromAll((language) => pick(language).after), ...after]),
  };
}

const CLOSED_QUALIFIERS = ['from', 'up-to', 'about'] as const;
const TIGHT =
  '(?:only|just|at|στα|στο|στισ|στουσ|по|за|享|可享|再|μολισ|μονο|всего|только|hanya|cuma|只要|فقط|an?|the|even|και|extra|επιπλεον|εξτρα)';
const qualifiers = CLOSED_QUALIFIERS.map((name) => ({
  name,
  before: endingIn(
    [...fromAll((language) => language.qualifiers[name].before), ...data.qualifiers[name].before],
    TIGHT,
  ),
  after: startingWith([
    ...fromAll((language) => language.qualifiers[name].after),
    ...data.qualifiers[name].after,
  ]),
}));
/** "More than 80" ends like "from 80", and is no offer. */
const COMPARED = endingIn(
  fromAll((language) => language.compared),
  '(?!)',
);
/** "از ۲۰٪ تخفیف لذت ببرید": what one enjoys, uses or gets, not what a price begins at. */
const ENJOYED = /(?<!\p{L})(?:لذت|بهره|استفاده|برخوردار)/u;
const APPROXIMATELY = /(?:^|[^\p{L}\p{N}%€$£₽~]) ?[~≈] ?$/u;

/** "from", "up to" and "about" right beside the value. */
export const qualifierOf = remembered((ahead, behind): Qualifier | undefined => {
  if (APPROXIMATELY.test(ahead)) return 'about';
  if (COMPARED.test(ahead)) return undefined;
  const told =
    qualifiers.find(({ before }) => before.test(ahead)) ?? qualifiers.find(({ after }) => after.test(behind));
  return told?.name === 'from' && ENJOYED.test(behind) ? undefined : told?.name;
});

/** Price roles in the order in which they are told apart. */
const ORDER = ['threshold', 'fee', 'saving', 'was', 'instalment', 'tax', 'per-unit', 'sale'] as const;
const priceRoles = ORDER.map((name) => cue(name, (language) => language.price[name], data.price[name]));

const everyWord = (side: keyof Sides): string[] =>
  ORDER.flatMap((name) => [...fromAll((language) => language.price[name][side]), ...data.price[name][side]]);
const anyRole = { before: endingIn(everyWord('before')), after: startingWith(everyWord('after')) };
/** "3 × €33": a price paid several times. */
const REPEATED = /(?<![\d.,\p{L}_-])\d{1,2} ?[x×х] ?$/u;

export type PriceRole = (typeof PRICE_ROLES)[number];

/** "€15/month", "NT$500/人": whatever a slash puts behind a price is its unit. */
const SLASHED = /^ ?\/ ?(?:\d{1,3} ?)?\p{L}/u;
const FIRST = new Set<PriceRole>(['threshold', 'fee']);

/** The cue that begins first is the longer one: "price with discount" ends like "discount". */
function leadingRole(ahead: string): PriceRole | undefined {
  let found: { readonly name: PriceRole; readonly at: number } | undefined;
  for (const { name, before } of priceRoles) {
    const at = before.exec(ahead)?.index;
    if (at === undefined) continue;
    if (FIRST.has(name)) return name;
    if (found === undefined || at < found.at) found = { name, at };
  }
  return found?.name;
}

/** The role of a price by the cues that touch it; undefined where nothing tells. */
export const priceRoleOf = remembered((ahead, behind): PriceRole | undefined => {
  const isMinus = /(?:^|[ (])[-–]$/u.test(ahead);
  if (isMinus) return 'saving';
  if (REPEATED.test(ahead)) return 'instalment';
  const leading = anyRole.before.test(ahead) ? leadingRole(ahead) : undefined;
  if (leading !== undefined) return leading;
  if (SLASHED.test(behind)) return 'per-unit';
  return anyRole.after.test(behind) ? priceRoles.find(({ after }) => after.test(behind))?.name : undefined;
});

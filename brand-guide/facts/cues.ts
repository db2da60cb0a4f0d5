/** Roles and qualifiers of a value by the cue words around it. */
import { endingIn, fromAll, startingWith } from './lexicon.ts';
import type { Language, Sides } from './lexicon.ts';
import type { PRICE_ROLES, Qualifier } from './types.ts';
import { remembered } from './window.ts';

export interface Cue<Name extends string> {
  readonly name: Name;
  readonly before: RegExp;
  readonly after: RegExp;
}

/** One cue from its words in every language. */
export function cue<Name extends string>(name: Name, pick: (language: Language) => Sides): Cue<Name> {
  return {
    name,
    before: endingIn(fromAll((language) => pick(language).before)),
    after: startingWith(fromAll((language) => pick(language).after)),
  };
}

const CLOSED_QUALIFIERS = ['from', 'up-to', 'about'] as const;
const TIGHT =
  '(?:only|just|μολισ|μονο|всего|только|hanya|cuma|只要|فقط|an?|the|even|και|extra|επιπλεον|εξτρα)';
const qualifiers = CLOSED_QUALIFIERS.map((name) => ({
  name,
  before: endingIn(
    fromAll((language) => language.qualifiers[name].before),
    TIGHT,
  ),
  after: startingWith(fromAll((language) => language.qualifiers[name].after)),
}));
/** "More than 80" ends like "from 80", and is no offer. */
const COMPARED = endingIn(
  fromAll((language) => language.compared),
  '(?!)',
);
const APPROXIMATELY = /[~≈] ?$/u;

/** "from", "up to" and "about" right beside the value. */
export const qualifierOf = remembered((ahead, behind): Qualifier | undefined => {
  if (APPROXIMATELY.test(ahead)) return 'about';
  if (COMPARED.test(ahead)) return undefined;
  return (
    qualifiers.find(({ before }) => before.test(ahead))?.name ??
    qualifiers.find(({ after }) => after.test(behind))?.name
  );
});

/** Price roles in the order in which they are told apart. */
const ORDER = ['threshold', 'fee', 'saving', 'was', 'instalment', 'tax', 'per-unit', 'sale'] as const;
const priceRoles = ORDER.map((name) => cue(name, (language) => language.price[name]));

const anyRole = {
  before: endingIn(ORDER.flatMap((name) => fromAll((language) => language.price[name].before))),
  after: startingWith(ORDER.flatMap((name) => fromAll((language) => language.price[name].after))),
};

export type PriceRole = (typeof PRICE_ROLES)[number];

/** The role of a price by the cues that touch it; undefined where nothing tells. */
export const priceRoleOf = remembered((ahead, behind): PriceRole | undefined => {
  const isMinus = /(?:^|[ (])[-–]$/u.test(ahead);
  if (isMinus) return 'saving';
  const leading = anyRole.before.test(ahead)
    ? priceRoles.find(({ before }) => before.test(ahead))
    : undefined;
  const isFollowed = leading === undefined && anyRole.after.test(behind);
  return (isFollowed ? priceRoles.find(({ after }) => after.test(behind)) : leading)?.name;
});

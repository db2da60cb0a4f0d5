/** Which mention may speak of which fact: roles, qualifiers and labels. */
import type { Fact, Mention, Qualifier, Role } from './types.ts';
import { foldWord } from './fold.ts';

type Spoken = Pick<Mention, 'role' | 'qualifier'>;

/** Roles of amounts that are not the price of the thing itself. */
const BESIDE: readonly (Role | undefined)[] = ['saving', 'instalment', 'fee', 'threshold', 'tax'];

/** A day that something takes place on may be its last one too: only a start and an end tell days apart. */
const told = (role: Role | undefined): Role | undefined => (role === 'event' ? undefined : role);
const plain = (role: Role | undefined): Role | undefined => (role === 'sale' ? undefined : role);
const qualifier = ({ qualifier: own }: { readonly qualifier?: Qualifier }): Qualifier => own ?? 'exact';

/** Whether the mention can state the fact: what either leaves open fits, except amounts beside the price. */
export function canState(fact: Fact, mention: Spoken): boolean {
  const isOpenQualifier = fact.qualifier === undefined || qualifier(fact) === qualifier(mention);
  if (!isOpenQualifier) return false;
  const role = told(mention.role);
  if (fact.role === undefined) return !BESIDE.includes(role);
  return role === undefined || plain(fact.role) === plain(role);
}

/** Whether the mention surely means the fact: the same role and qualifier. */
export function surelyMeans(fact: Fact, mention: Spoken): boolean {
  const allowed: readonly Qualifier[] = fact.qualifier === undefined ? ['exact', 'from'] : [fact.qualifier];
  const sameQualifier =
    allowed.includes(qualifier(mention)) || (fact.kind === 'percentage' && fact.qualifier === undefined);
  if (!sameQualifier) return false;
  const role = told(mention.role);
  if (plain(fact.role) === plain(role)) return true;
  if (fact.kind !== 'date' && fact.kind !== 'time') return false;
  const isDeadline = fact.role === undefined && role === 'end';
  return isDeadline || (role === undefined && fact.role === 'event');
}

/** The label forms of the locale; `*` holds everywhere. */
export function labelsOf(fact: Fact, locale: string): readonly string[] {
  const label = fact.label ?? {};
  const language = locale.split('-')[0] ?? locale;
  return [...(label[locale] ?? label[language] ?? []), ...(label['*'] ?? [])];
}

/** Whether the fact's label is the noun that the mention counts; only quantities are told apart by it alone. */
export const countsThe = (fact: Fact, mention: Mention, locale: string): boolean =>
  fact.kind !== 'quantity' ||
  labelsOf(fact, locale).some((form) => foldWord(form) === foldWord(mention.label ?? ''));

/** Whether one of the labels stands in the folded clause, which is only told for facts with labels. */
export const hasLabel = (fact: Fact, clause: () => string, locale: string): boolean =>
  labelsOf(fact, locale).some((form) => clause().includes(foldWord(form)));

/** A person who calls a day `offer-ends` has said what it is. */
const CALLED_END = /(?:^|-)(?:ends?|until|deadline|expiry|expires|closes|last-day)(?:-|$)/u;
const roleByName = ({ kind, id }: Fact): Role | undefined =>
  kind === 'date' && CALLED_END.test(id) ? 'end' : undefined;

/**
 * Facts with the role that the message gives their value where a person has not said it, and that their name does where it is silent:
 * "until 17 May" makes 17 May an end.
 */
export function proposeRoles(
  facts: readonly Fact[],
  known: readonly Mention[],
  says: (mention: Mention, kind: Fact['kind'], value: Fact['value']) => boolean,
): Fact[] {
  return facts.map((fact) => {
    const said = known.filter((mention) => says(mention, fact.kind, fact.value));
    const role =
      fact.role ??
      said.find((mention) => told(mention.role) !== undefined)?.role ??
      (said.length === 0 ? roleByName(fact) : undefined);
    return { ...fact, ...(role && !BESIDE.includes(role) && { role }) };
  });
}

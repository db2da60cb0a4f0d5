/** What each mention says of the facts in force: a fact, something known, a contradiction, or nothing to go by. */
import { canState, countsThe, hasLabel, labelsOf, surelyMeans } from './compatible.ts';
import type { Compared, MentionVerdict, NotFact, ReadPart } from './comparison.ts';
import { derivationOf } from './derived.ts';
import { equalValues, maySay, says } from './equal-values.ts';
import { textOf } from './finder.ts';
import { foldWord } from './fold.ts';
import { hasWords } from './lexicon.ts';
import { isKnown, isOfWindow, knownFrom } from './known-mentions.ts';
import { isShort } from './own-hosts.ts';
import { isOfOther } from './other-subject.ts';
import type { Subjects } from './other-subject.ts';
import { spoken } from './spoken.ts';
import type { Spoken } from './spoken.ts';
import type { Fact, FactKind, Mention } from './types.ts';

type Around = Pick<Compared, 'locale' | 'window' | 'standing' | 'shorteners'>;

/** The facts that the mention may state: those whose label stands in the clause, else those without a label. */
function statable({ mention, clause }: Spoken, facts: readonly Fact[], locale: string): readonly Fact[] {
  const fitting = facts.filter(
    (fact) =>
      says(mention, fact.kind, fact.value) && canState(fact, mention) && countsThe(fact, mention, locale),
  );
  if (fitting.length < 2) return fitting;
  const labelled = fitting.filter((fact) => hasLabel(fact, clause, locale));
  if (labelled.length > 0) return labelled;
  const plain = fitting.filter((fact) => labelsOf(fact, locale).length === 0);
  return plain.length > 0 ? plain : fitting;
}

const isMarked = ({ field, mention }: Spoken, notFacts: readonly NotFact[]): boolean =>
  notFacts.some(
    (one) =>
      one.kind === mention.kind &&
      one.field === field &&
      foldWord(one.text.trim()) === foldWord(mention.text.trim()),
  );

const foundOf = ({ field, mention, image, aside }: Spoken) => ({
  field,
  mention,
  ...(image !== undefined && { image }),
  ...(aside && { aside }),
});

const leadsAnywhere = ({ kind, readings }: Mention, { shorteners = [] }: Around): boolean =>
  kind === 'url' && readings.some((one) => isShort(textOf(one), shorteners));

function first(
  one: Spoken,
  facts: readonly Fact[],
  around: Around,
  told: readonly Mention[],
): MentionVerdict {
  const found = foundOf(one);
  if (one.mention.readings.length === 0) return { ...found, verdict: 'unresolved' };
  const [fact, ...others] = statable(one, facts, around.locale);
  if (fact && others.length > 0) return { ...found, verdict: 'among', among: [fact, ...others] };
  if (fact) return { ...found, verdict: 'stated', fact };
  if (facts.some(({ kind, value }) => maySay(one.mention, kind, value)))
    return { ...found, verdict: 'unresolved' };
  const source = derivationOf(one.mention, facts)?.price;
  if (source) return { ...found, verdict: 'derived', fact: source };
  if (leadsAnywhere(one.mention, around)) return { ...found, verdict: 'unresolved' };
  return { ...found, verdict: isKnown(one.mention, around, told) ? 'known' : 'unknown' };
}

/** 70% cocoa contradicts no discount, and a free delivery no price. */
export function isOtherThing(fact: Fact, { readings: [reading] }: Mention): boolean {
  if (fact.kind === 'price') return (reading === 'free') !== (fact.value === 'free');
  if (fact.kind !== 'percentage' || typeof reading !== 'object' || !('reduction' in reading)) return false;
  return reading.reduction !== fact.value.reduction || !reading.reduction;
}

const OF_WORDS: readonly FactKind[] = ['percentage', 'date', 'time', 'quantity'];
/** Kinds that words tell: a month, "off", "until", the noun that is counted. Prices, links, codes and phones tell themselves. */
export const isOfWords = (kind: FactKind): boolean => OF_WORDS.includes(kind);

/** Whether it is too open to contradict anything; `all` are the mentions around it. */
function isTooOpen({ readings, kind, day }: Mention, all: readonly Spoken[], locale: string): boolean {
  if (readings.length !== 1 || kind === 'name' || day === 'open') return true;
  if (hasWords(locale)) return false;
  // Without the words around them one of several prices may be anything, the postage or an old price.
  return isOfWords(kind) || (kind === 'price' && all.filter((one) => one.mention.kind === kind).length > 1);
}

/** The one fact that the mention must have meant, though it says something else. */
function contradicted(
  one: Spoken,
  facts: readonly Fact[],
  told: ReadonlySet<string>,
  { locale, subjects }: Around & { readonly subjects: Subjects },
): Fact | undefined {
  const ofKind = facts.filter((fact) => fact.kind === one.mention.kind);
  const eligible = ofKind.filter(
    (fact) =>
      surelyMeans(fact, one.mention) &&
      !isOtherThing(fact, one.mention) &&
      countsThe(fact, one.mention, locale),
  );
  const labelled = eligible.filter((fact) => hasLabel(fact, one.clause, locale) && !told.has(fact.id));
  const [only, ...others] = labelled.length > 0 ? labelled : eligible;
  if (only === undefined || others.length > 0 || told.has(only.id)) return undefined;
  return isOfOther(one, only, subjects, locale) ? undefined : only;
}

/** What is stated, or may be: nothing that another mention contradicts. */
const toldBy = (verdicts: readonly MentionVerdict[]): Set<string> =>
  new Set(
    verdicts.flatMap(({ fact, among, aside }) =>
      aside === true ? [] : [fact, ...(among ?? [])].flatMap((one) => (one ? [one.id] : [])),
    ),
  );

function judge(
  all: readonly Spoken[],
  facts: readonly Fact[],
  around: Around & { readonly subjects: Subjects },
  known: readonly Mention[],
): MentionVerdict[] {
  const verdicts = all.map((one) => first(one, facts, around, known));
  const told = toldBy(verdicts);
  return verdicts.map((verdict, index) => {
    const one = all[index];
    if (verdict.verdict !== 'unknown' || one === undefined) return verdict;
    const isWindow = isOfWindow(one.mention, around);
    const fact = isTooOpen(one.mention, all, around.locale)
      ? undefined
      : contradicted(one, facts, told, around);
    // The window's last day is no end of an offer whose end is a fact; a day of no role it may well be.
    if (fact && !(isWindow && fact.role === undefined)) return { ...verdict, verdict: 'conflict', fact };
    return isWindow ? { ...verdict, verdict: 'known' } : verdict;
  });
}

/** Folded, without addresses: those are in Latin letters everywhere. */
const wordsOf = (parts: readonly ReadPart[]): string =>
  foldWord(
    parts
      .flatMap(({ text }) => text.split(/\s+/u))
      .filter((word) => !/[./]\S/u.test(word))
      .join(' '),
  );

/** A message is judged by itself: what it speaks of besides its facts is no reason to doubt them. */
const NO_SUBJECTS: Subjects = { text: () => '', states: () => false };

/** What the message says, save what contradicts a fact in force here. */
export const knownOf = (input: Compared, facts: readonly Fact[]): readonly Mention[] =>
  knownFrom(judge(spoken(input.message ?? []), facts, { ...input, subjects: NO_SUBJECTS }, []));

/** In text order; `told` is what the message makes known. */
export function judgeMentions(
  input: Compared,
  facts: readonly Fact[],
  told: readonly Mention[],
): MentionVerdict[] {
  const { message = [], notFacts = [] } = input;
  const subjects: Subjects = {
    text: () => wordsOf(message),
    states: ({ kind, value }) =>
      message.some(({ mentions }) => mentions.some((one) => says(one, kind, value))),
  };
  const all = spoken(input.parts);
  const marked = all.filter((one) => isMarked(one, notFacts));
  const judged = judge(
    all.filter((one) => !marked.includes(one)),
    facts,
    { ...input, subjects },
    told,
  );
  const asides = marked.map((one): MentionVerdict => ({ ...foundOf(one), verdict: 'not-fact' }));
  return [...judged, ...asides];
}

/** Whether the carriers take the reader to the fact. */
export const isCarried = ({ carriers = [] }: Compared, { kind, value }: Fact): boolean =>
  kind === 'url' && carriers.some(({ url }) => equalValues('url', url, value));

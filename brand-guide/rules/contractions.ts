/** Has a text contract its verbs, or write them out, as the guide asks. */
import { likeCase } from '../engine/letter-case.ts';
import { beginsSentence, isQuoted, wordAfter } from '../engine/prose.ts';
import type { Hit, Literal, Part, Range, Report, Rule } from '../engine/types.ts';
import data from './data/contractions.json' with { type: 'json' };

/** What to write: the one text that fits, or those that a person chooses from; undefined where nothing is wrong. */
interface Mending {
  readonly texts: readonly string[];
  readonly safe: boolean;
  /** Where a word behind it moves too. */
  readonly end?: number;
}
type Mend = (part: Part, hit: Hit, to: string) => Mending | undefined;

const { negatives, sure, isOrHas, hadOrWould } = data;
const subjects = new Set(data.subjects.map((one) => one.toLowerCase()));
const adverbs = new Set(data.adverbs);
const surelyHas = new Set(data.surelyHas);
const participles = new Set([...data.perfect, ...data.irregular]);
const perfect = new Set([...data.perfect, 'already', 'just', 'never', 'always', 'recently', 'finally']);
const surelyHad = new Set(data.surelyHad);
const surelyWould = new Set(data.surelyWould);
const conjunctions = new Set(data.conjunctions);
const stressing = new Set(data.stressing);

function only(text: string): Mending {
  return { texts: [text], safe: true };
}

const ECHOES = new Set(['too', 'also', 'either', 'neither', 'so', 'indeed']);

/** "They are here, and we are too." ends on its verb, which then stays whole. */
function endsClause(text: string, { word, end }: Range & { readonly word: string }): boolean {
  return ECHOES.has(word) && /^\s*(?:$|[.,;:!?…)—–])/u.test(text.slice(end, end + 4));
}

/** The word that decides, behind adverbs. */
function decider(text: string, offset: number): string {
  let next = wordAfter(text, offset);
  for (let steps = 0; next && adverbs.has(next.word) && steps < 3; steps++)
    next = wordAfter(text, next.end) ?? next;
  return next?.word ?? '';
}

/** “Don’t you” turns round: “Do you not”; an answer of “Isn’t coffee …” takes another sentence. */
const negative: Mend = ({ text }, { start, end }, to) => {
  const next = wordAfter(text, end);
  const verb = to.replace(/ ?not$/u, '');
  if (next && subjects.has(next.word))
    return { texts: [`${verb} ${text.slice(next.start, next.end)} not`], safe: false, end: next.end };
  if (to !== 'do not' && beginsSentence(text, start)) return { texts: [], safe: false };
  return only(to);
};

/** “It’s been” has, “it’s a” is, “it’s finished” may be either; “it’s own” is a slip of another kind. */
const isOr: Mend = ({ text }, { end }, to) => {
  const word = decider(text, end);
  if (word === 'own') return undefined;
  if (surelyHas.has(word)) return only(`${to} has`);
  const unsure = participles.has(word) || /.{2}ed$/u.test(word);
  return unsure ? { texts: [`${to} is`, `${to} has`], safe: false } : only(`${to} is`);
};

const hadOr: Mend = ({ text }, { end }, to) => {
  const word = wordAfter(text, end)?.word ?? '';
  if (surelyHad.has(word)) return only(`${to} had`);
  if (surelyWould.has(word)) return only(`${to} would`);
  return { texts: [`${to} would`, `${to} had`], safe: false };
};

const plain: Mend = (_, __, to) => only(to);

/** `do NOT` means its stress. */
const joinedNot: Mend = ({ text }, { start, end }, to) => {
  const written = text.slice(start, end);
  return written.endsWith('NOT') && written !== written.toUpperCase() ? undefined : only(to);
};

/** The verb keeps its full form at the end of a clause: “that’s what it is”, “bigger than it is now”. */
const unstressed: Mend = ({ text }, { start, end }, to) => {
  const next = wordAfter(text, end);
  if (!next || conjunctions.has(next.word) || endsClause(text, next)) return undefined;
  const before = text.slice(Math.max(0, start - 40), start).toLowerCase();
  const clause = before.slice(before.search(/[^.!?,;:—()]*$/u)).match(/[\p{L}'’]+/gu) ?? [];
  return clause.slice(-4).some((word) => stressing.has(word)) ? undefined : only(to);
};

/** “We have been” contracts, “we have mint” does not. */
const auxiliary: Mend = (part, hit, to) => {
  const next = wordAfter(part.text, hit.end);
  return next && perfect.has(next.word) ? unstressed(part, hit, to) : undefined;
};

function swapped(list: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(list).map(([from, to]) => [to, from]));
}

const KINDS: Readonly<
  Record<'avoid' | 'prefer', Readonly<Record<string, readonly [Record<string, string>, Mend]>>>
> = {
  avoid: {
    negative: [negatives, negative],
    sure: [sure, plain],
    isOrHas: [isOrHas, isOr],
    hadOrWould: [hadOrWould, hadOr],
  },
  prefer: {
    not: [swapped(negatives), joinedNot],
    be: [data.be, unstressed],
    will: [data.will, unstressed],
    have: [data.have, auxiliary],
  },
};

function apostropheOf(text: string): string {
  return text.includes('’') || !text.includes("'") ? '’' : "'";
}

function reportOf(part: Part, { start, end }: Range, mending: Mending, policy: 'avoid' | 'prefer'): Report {
  const evidence = part.text.slice(start, end);
  const mark = apostropheOf(part.text);
  const texts = mending.texts.map((one) => likeCase(one, evidence, 'en').replaceAll("'", mark));
  const [best] = texts;
  const range = { start, end: mending.end ?? end };
  const found = part.text.slice(range.start, range.end);
  const why =
    policy === 'avoid' ? 'is a contraction, and the brand writes them out' : 'is contracted by this brand';
  const advice =
    texts.length > 0 ? `write ${texts.map((one) => `“${one}”`).join(' or ')}` : 'word it without';
  return {
    field: part.field,
    ...range,
    message: `“${found}” ${why}; ${advice}.`,
    ...(mending.safe && best !== undefined ? { fix: { ...range, text: best } } : {}),
    ...(!mending.safe && texts.length > 0 ? { suggestions: texts } : {}),
  };
}

export const contractions: Rule = {
  meta: {
    id: 'contractions',
    says: 'English verbs are contracted, or written out, as the guide asks.',
    severity: 'suggestion',
    fixable: true,
    languages: ['en'],
    docs: 'With `voice.contractions: avoid` finds contractions and writes them out; “it’s” and “we’d” are settled by the next word or else suggested both ways, and “don’t you” turns to “do you not”. With `prefer` finds what is commonly contracted (do not, we are, it is, you will, we have been), save where the verb is stressed or ends its clause. “Let’s” and a possessive ’s are neither; quoted speech, names and terms of the guide are left alone.',
    options: ['voice'],
    examples: [
      {
        guide: { voice: { contractions: 'avoid' } },
        locale: 'en-US',
        accept: ['We do not rush.', 'Let’s go to Ben’s. It lost its foam.', 'A guest said: “I don’t mind.”'],
        reject: [
          { text: 'We can’t wait.', evidence: 'can’t', fixed: 'We cannot wait.' },
          { text: 'It’s been a year.', evidence: 'It’s', fixed: 'It has been a year.' },
          { text: 'It’s finished.', evidence: 'It’s' },
        ],
      },
      {
        guide: { voice: { contractions: 'prefer' } },
        locale: 'en-GB',
        accept: ['We don’t rush.', 'That’s what it is.', 'We have mint.'],
        reject: [{ text: 'We do not rush.', evidence: 'do not', fixed: 'We don’t rush.' }],
      },
    ],
  },
  wanted: (guide) => guide.voice?.contractions !== undefined && guide.voice.contractions !== 'free',
  *literals(guide): Iterable<Literal> {
    const policy = guide.voice?.contractions;
    if (policy !== 'avoid' && policy !== 'prefer') return;
    for (const [item, [list]] of Object.entries(KINDS[policy]))
      for (const [text, to] of Object.entries(list)) yield { text, item, use: [to] };
  },
  *check(context) {
    const policy = context.guide.voice?.contractions;
    if (policy !== 'avoid' && policy !== 'prefer') return;
    for (const part of context.subject.parts) {
      for (const hit of context.hits(part)) {
        const mend = KINDS[policy][hit.literal.item]?.[1];
        const mending = mend?.(part, hit, hit.literal.use?.[0] ?? '');
        if (mending && !isQuoted(context, part, hit)) yield reportOf(part, hit, mending, policy);
      }
    }
  },
};

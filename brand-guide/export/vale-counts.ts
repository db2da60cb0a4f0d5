/** What a guide counts and bounds as Vale rules: sentences, exclamation marks, emoji, hashtags, marks, headlines. */
import type { CompiledGuide } from '../engine/compile-rules.ts';
import { rules } from '../rules/every-rule.ts';
import { valeRule } from './vale-rule.ts';
import type { ValeRule } from './vale-rule.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Every emoji that stands as one, in a class that regexp2 reads. */
const EMOJI =
  '[\u{1F1E6}-\u{1F1FF}\u{1F300}-\u{1F5FF}\u{1F600}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{1FA70}-\u{1FAFF}☀-➿⌚⌛⏩-⏳⬛⬜⭐⭕]';
/** One or more in a row, with what is joined to each. */
const EMOJI_RUN = `(?:${EMOJI}[\\u200D\\uFE0F]*)+`;
const WORD = "[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*";
const METRICS: Readonly<Record<string, string>> = {
  'flesch-kincaid': 'Flesch-Kincaid',
  'gunning-fog': 'Gunning Fog',
  smog: 'SMOG',
  'coleman-liau': 'Coleman-Liau',
  'automated-readability': 'Automated Readability',
};

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|#-]/gu, '\\$&');
}

/** Nothing for a rule that this guide turns off, or that there is not. */
function ruled(
  compiled: CompiledGuide,
  id: string,
  name: string,
  kind: string,
  message: string,
  fields: Fields,
) {
  const rule = rules.find(({ meta }) => meta.id === id);
  return rule ? valeRule(compiled, rule, name, kind, message, fields) : [];
}

/** To Vale a most of 0 is none at all: what may not be there is sought itself. */
function bounded(
  max: number,
  message: string,
  token: string,
  scope: string,
): [kind: string, message: string, fields: Fields] {
  if (max > 0) return ['occurrence', `${message} ${max}.`, { scope, max, token }];
  return ['existence', `${message} none.`, { scope, nonword: true, tokens: [token] }];
}

const HASHTAG = '(?<![\\w/&])#[\\p{L}\\p{M}\\p{N}_]*\\p{L}[\\p{L}\\p{M}\\p{N}_]*';

interface Bound {
  readonly rule: string;
  readonly name: string;
  readonly max: number | undefined;
  readonly message: string;
  readonly token: string;
  readonly scope: string;
}

function most(
  rule: string,
  name: string,
  max: number | undefined,
  what: string,
  token: string,
  scope = 'raw',
): Bound {
  return { rule, name, max, token, scope, message: `The most ${what}:` };
}

function boundsOf({ guide }: CompiledGuide): Bound[] {
  const words = guide.readability?.sentenceMaxWords;
  const marks = guide.voice?.exclamationMax;
  const emoji = guide.emoji?.policy === 'none' ? undefined : guide.emoji?.max;
  return [
    most('sentence-length', 'Sentences', words, 'words in a sentence', WORD, 'sentence'),
    most('exclamations', 'Exclamations', marks, 'exclamation marks in a text', '[!！](?!\\[)'),
    most('emoji-policy', 'EmojiMost', emoji, 'emoji in a text', EMOJI),
    most('hashtag-policy', 'HashtagsMost', guide.hashtags?.max, 'hashtags in a text', HASHTAG),
  ];
}

function counted(compiled: CompiledGuide): ValeRule[] {
  return boundsOf(compiled).flatMap(({ rule, name, max, message, token, scope }) =>
    max === undefined ? [] : ruled(compiled, rule, name, ...bounded(max, message, token, scope)),
  );
}

function forbidden(compiled: CompiledGuide): ValeRule[] {
  const { emoji = {}, hashtags } = compiled.guide;
  const avoid = (id: string, name: string, message: string, tokens: readonly string[]) =>
    tokens.length === 0
      ? []
      : ruled(compiled, id, name, 'existence', message, { nonword: true, scope: 'raw', tokens });
  const allowed = (emoji.allow ?? []).map((one) => escaped(one.replaceAll('\uFE0F', '')));
  const listed =
    allowed.length === 0 ? EMOJI_RUN : `(?:(?!(?:${allowed.join('|')}))${EMOJI}[\\u200D\\uFE0F]*)+`;
  const policy = emoji.policy === 'none' ? [EMOJI_RUN] : emoji.policy === 'listed' ? [listed] : [];
  const denied = (emoji.deny ?? []).map((one) => escaped(one.replaceAll('\uFE0F', '')));
  const tags = (hashtags?.banned ?? []).map((tag) => `(?i)#${tag}(?![\\p{L}\\p{M}\\p{N}_])`);
  return [
    ...avoid('emoji-policy', 'Emoji', "'%s' is no emoji of this brand; remove it.", [...policy, ...denied]),
    ...avoid('hashtag-policy', 'Hashtags', "'%s' is a hashtag that the brand bans; remove it.", tags),
  ];
}

function ellipsis(compiled: CompiledGuide): ValeRule[] {
  const form = compiled.guide.punctuation?.ellipsis;
  const swap = (from: string, to: string) =>
    ruled(compiled, 'punctuation', 'Ellipsis', 'substitution', "Write '%s' instead of '%s'.", {
      nonword: true,
      action: { name: 'replace' },
      swap: { [from]: to },
    });
  if (form === 'character') return swap('\\.{3}', '…');
  if (form === 'dots') return swap('…', '...');
  const tokens = ['\\.{3}', '…'];
  return form === 'none'
    ? ruled(compiled, 'punctuation', 'Ellipsis', 'existence', "'%s' trails off; end the sentence.", {
        nonword: true,
        tokens,
      })
    : [];
}

function headlines(compiled: CompiledGuide): ValeRule[] {
  const { casing, vocabulary, names } = compiled.guide;
  if (!casing?.headline) return [];
  const exceptions = [
    ...(casing.exceptions ?? []),
    ...(vocabulary?.accept ?? []),
    ...(names ?? []).map(({ canonical }) => canonical),
  ];
  const style = casing.style === 'chicago' ? 'Chicago' : 'AP';
  return ruled(
    compiled,
    'headline-case',
    'Headlines',
    'capitalization',
    `'%s' is not in ${casing.headline} case.`,
    { match: `$${casing.headline}`, scope: 'heading', style, exceptions },
  );
}

function readability(compiled: CompiledGuide): ValeRule[] {
  const { metric = '', max } = compiled.guide.readability ?? {};
  const name = METRICS[metric];
  if (name === undefined || max === undefined) return [];
  return ruled(
    compiled,
    'readability',
    'Readability',
    'readability',
    `The ${name} grade (%s) is over ${max}.`,
    { grade: max, metrics: [name] },
  );
}

/** In Indonesian and Persian doubling is grammar, and Han is not written in words. */
function repeated(compiled: CompiledGuide): ValeRule[] {
  if (/^(?:id|fa|zh|ja)\b/u.test(compiled.place.locale)) return [];
  return ruled(compiled, 'repeated-word', 'Repeated', 'repetition', "'%s' is repeated.", {
    alpha: true,
    tokens: ['[^\\s]+'],
  });
}

function claims(compiled: CompiledGuide): ValeRule[] {
  return (compiled.guide.claims ?? []).flatMap(({ id, pattern, note = '' }) => {
    const message = `'%s' needs evidence (${id}). ${note.replaceAll('%', '%%')}`.trim();
    return ruled(compiled, 'claim', `Claim-${id}`, 'existence', message, {
      nonword: true,
      tokens: [pattern],
    });
  });
}

export function valeCounts(compiled: CompiledGuide): ValeRule[] {
  return [counted, forbidden, ellipsis, headlines, readability, repeated, claims].flatMap((made) =>
    made(compiled),
  );
}

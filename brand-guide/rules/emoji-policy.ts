/** Holds emoji to the guide: which ones, how many, and where. */
import { emojiFamily, emojiIn } from '../engine/emoji.ts';
import { IDEOGRAPH, WORD, kindOf } from '../engine/character.ts';
import { closedScopes, outside } from '../engine/ranges.ts';
import type { Check, Fix, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import type { EmojiPolicy } from '../schema/social.ts';
import wordLike from './data/emoji-words.json' with { type: 'json' };

/** One emoji of a part. */
interface Seen extends Range {
  readonly part: Part;
  readonly text: string;
}

const plain = (emoji: string): string => emoji.replaceAll('\uFE0F', '');
const WORD_LIKE = new Set(wordLike);
const KEYCAP = /^[0-9]/u;

function seenIn(context: RuleContext): Seen[] {
  return context.subject.parts.flatMap((part) => {
    const all = emojiIn(part.text);
    if (all.length === 0) return [];
    return outside(all, closedScopes(context, part)).map((range) => ({
      ...range,
      part,
      text: part.text.slice(range.start, range.end),
    }));
  });
}

/** The nearest of the family that is listed decides: an emoji listed itself, then its base. */
function refuses(policy: EmojiPolicy): (emoji: string) => boolean {
  const denied = new Set((policy.deny ?? []).map(plain));
  const allowed = new Set((policy.allow ?? []).map(plain));
  return (emoji) => {
    if (policy.policy === 'none') return true;
    for (const one of emojiFamily(emoji)) {
      if (denied.has(one)) return true;
      if (allowed.has(one)) return false;
    }
    return policy.policy === 'listed';
  };
}

/** Refused emoji that stand together are told, and removed, together. */
function runsOf(refused: readonly Seen[]): Seen[] {
  const runs: Seen[] = [];
  for (const one of refused) {
    const last = runs.at(-1);
    const between = last?.part === one.part ? one.part.text.slice(last.end, one.start) : undefined;
    if (last && between !== undefined && /^ {0,2}$/u.test(between))
      runs[runs.length - 1] = { ...last, end: one.end, text: one.part.text.slice(last.start, one.end) };
    else runs.push(one);
  }
  return runs;
}

const isWord = (character: string): boolean => {
  const kind = kindOf(character.codePointAt(0) ?? 0);
  return (kind & WORD) !== 0 && (kind & IDEOGRAPH) === 0;
};

/** The emoji with the space that would be left double or hanging. */
function removal({ part: { text }, start, end }: Seen): Fix {
  const ahead = /[^\S\n]*$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const behind = /^[^\S\n]*/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const opens = start - ahead === 0 || text.charAt(start - ahead - 1) === '\n';
  if (opens) return { start, end: end + behind, text: '' };
  if (behind > 0 && ahead > 0 && end + behind < text.length && text.charAt(end + behind) !== '\n')
    return { start, end: end + behind, text: '' };
  if (behind > 0 && ahead === 0) return { start, end, text: '' };
  const joins = ahead === 0 && isWord(text.charAt(start - 1)) && isWord(text.charAt(end));
  return { start: start - ahead, end, text: joins ? ' ' : '' };
}

/** Between words it may be read as one: "We ❤️ mint". */
function mayBeRead({ part: { text }, start, end, text: run }: Seen): boolean {
  if (KEYCAP.test(run)) return true;
  const inside = /[\p{L}\p{N}] ?$/u.test(text.slice(Math.max(0, start - 3), start));
  const first = emojiFamily(run.split(' ')[0] ?? run).at(-1) ?? '';
  return (
    inside && /^ ?[\p{L}\p{N}]/u.test(text.slice(end, end + 3)) && WORD_LIKE.has(first.slice(0, 2).trim())
  );
}

function* unwanted(policy: EmojiPolicy, seen: readonly Seen[], isRefused: (emoji: string) => boolean) {
  for (const run of runsOf(seen.filter((one) => isRefused(one.text)))) {
    const why =
      policy.policy === 'none' ? 'This text takes no emoji' : `“${run.text}” is no emoji of this brand`;
    const mend = mayBeRead(run) ? { suggestions: [''] } : { fix: removal(run) };
    yield { field: run.part.field, start: run.start, end: run.end, message: `${why}; remove it.`, ...mend };
  }
}

function* tooMany({ max }: EmojiPolicy, kept: readonly Seen[]): Iterable<Report> {
  const first = max === undefined ? undefined : kept[max];
  if (!first || max === undefined) return;
  const message = `${kept.length} emoji, and the guide allows ${max}; remove ${kept.length - max}.`;
  yield { field: first.part.field, start: first.start, end: first.end, message };
}

/** The emoji of one part that have a word behind them on their line; tags, handles and links are no words. */
function beforeWords(context: RuleContext, part: Part, here: readonly Seen[]): Seen[] {
  const { text } = part;
  const words = outside(context.words(part), here);
  let next = 0;
  let lineEnd = 0;
  return here.filter(({ start, end }) => {
    if (lineEnd <= start) lineEnd = text.indexOf('\n', start);
    if (lineEnd < 0) lineEnd = text.length;
    while ((words[next]?.start ?? Infinity) < end) next++;
    return (words[next]?.start ?? Infinity) < lineEnd;
  });
}

const BULLET = /(?:^|\n)[^\S\n]{0,8}$/u;

function* outOfPlace(policy: EmojiPolicy, context: RuleContext, kept: readonly Seen[]): Iterable<Report> {
  for (const part of new Set(kept.map((one) => one.part))) {
    const early = beforeWords(
      context,
      part,
      kept.filter((one) => one.part === part),
    );
    for (const { start, end, text } of early) {
      if (policy.asBullets === true && BULLET.test(part.text.slice(Math.max(0, start - 9), start))) continue;
      const message = `Emoji stand after the words of a line; move “${text}” behind them.`;
      yield { field: part.field, start, end, message, severity: 'suggestion' };
    }
  }
}

function checkWith(policy: EmojiPolicy): Check {
  const isRefused = refuses(policy);
  return function* check(context) {
    const seen = seenIn(context);
    if (seen.length === 0) return;
    yield* unwanted(policy, seen, isRefused);
    const kept = seen.filter((one) => !isRefused(one.text));
    yield* tooMany(policy, kept);
    if (policy.position === 'end') yield* outOfPlace(policy, context, kept);
  };
}

export const emojiPolicy: Rule = {
  meta: {
    id: 'emoji-policy',
    says: 'Emoji are those that the guide allows, no more of them than it allows, and where it wants them.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Checks `emoji`: `policy` (`free`, `listed` with `allow`, `none`), `deny`, `max` over the whole subject, and `position`. A listed emoji covers its skin tones and what is joined to it, unless one of those is listed itself. Flags and keycaps count as one, ©, ® and ™ as none. The fix removes a refused emoji with its space; where it may stand for a word, removing is only suggested.',
    options: ['emoji'],
    examples: [
      {
        guide: { emoji: { policy: 'listed', allow: ['🌿', '👍', '🏃'], max: 2 } },
        locale: 'en-US',
        accept: ['Mint 🌿 👍🏽', 'Run 🏃‍♀️', 'Mint™ is © us, no. 1'],
        reject: [
          { text: 'Mint 🍓 is back.', evidence: '🍓', fixed: 'Mint is back.' },
          { text: 'We ❤️ mint', evidence: '❤️' },
          { text: '🌿🌿🌿', evidence: '🌿' },
        ],
      },
      {
        guide: { emoji: { policy: 'none' } },
        locale: 'zh-TW',
        accept: ['在家試戴'],
        reject: [{ text: '在家👓試戴', evidence: '👓', fixed: '在家試戴' }],
      },
    ],
  },
  wanted: ({ emoji }) =>
    emoji !== undefined &&
    (emoji.policy === 'none' ||
      emoji.policy === 'listed' ||
      (emoji.deny ?? []).length > 0 ||
      emoji.max !== undefined ||
      emoji.position === 'end'),
  prepare: ({ emoji }) => checkWith(emoji ?? {}),
};

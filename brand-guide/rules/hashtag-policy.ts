/** Holds hashtags to the guide: which ones, how many, in what case, and where. */
import { foldText } from '../engine/fold.ts';
import { tailStart } from '../engine/tail.ts';
import type { Part, Report, Rule, RuleContext, Scope } from '../engine/types.ts';
import type { Sections } from '../schema/guide.ts';

type Policy = NonNullable<Sections['hashtags']>;

interface Tag extends Scope {
  readonly part: Part;
  /** Without the sign. */
  readonly name: string;
}

function tagsOf(context: RuleContext): Tag[] {
  return context.subject.parts.flatMap((part) =>
    context
      .scopes(part)
      .filter((scope) => scope.kind === 'hashtag')
      .map((scope) => ({ ...scope, part, name: part.text.slice(scope.start + 1, scope.end) })),
  );
}

function at(tag: Tag, message: string): Report {
  return { field: tag.part.field, start: tag.start, end: tag.end, message };
}

/** A tag of the guide compares with or without its sign. */
const bare = (name: string): string => name.trim().replace(/^[#＃]/u, '');
const keyOf = (name: string): string => foldText(bare(name));

function* missing(policy: Policy, tags: readonly Tag[], main: Part): Iterable<Report> {
  const present = new Set(tags.map((tag) => foldText(tag.name)));
  const end = main.text.trimEnd().length;
  const last = tags.findLast((tag) => tag.part === main);
  const gap = end === 0 ? '' : last?.end === end ? ' ' : '\n\n';
  let room = (policy.max ?? Infinity) - tags.length;
  for (const name of policy.required ?? []) {
    if (present.has(keyOf(name))) continue;
    const fix = { start: end, end, text: `${gap}#${bare(name)}` };
    const message = `The hashtag #${bare(name)} is missing; add it at the end.`;
    const report = { field: main.field, start: end, end, item: `#${keyOf(name)}`, message };
    yield room > 0 ? { ...report, fix } : report;
    room--;
  }
}

/** In the closing block a tag goes with the space ahead of it; among words it may be one of them. */
function removal(tag: Tag, tail: number): Pick<Report, 'fix' | 'suggestions'> {
  const { part, start, end, name } = tag;
  if (start < tail) return { suggestions: [name, ''] };
  const { text } = part;
  const ahead = /[^\S\n]*$/u.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
  const behind = /^[^\S\n]*/u.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  const opens = start - ahead === 0 || text.charAt(start - ahead - 1) === '\n';
  if (!opens) return { fix: { start: start - ahead, end, text: '' } };
  const alone = start - ahead > 0 && (end + behind === text.length || text.charAt(end + behind) === '\n');
  if (!alone) return { fix: { start, end: end + behind, text: '' } };
  const from = end + behind === text.length ? text.slice(0, start).trimEnd().length : start - ahead - 1;
  return { fix: { start: from, end: end + behind, text: '' } };
}

function* banned(policy: Policy, context: RuleContext, tags: readonly Tag[]): Iterable<Report> {
  const refused = new Set((policy.banned ?? []).map(keyOf));
  if (refused.size === 0) return;
  const tails = tailsOf(context);
  for (const tag of tags) {
    if (!refused.has(foldText(tag.name))) continue;
    yield {
      ...at(tag, `The hashtag #${tag.name} is banned; remove it.`),
      severity: 'error',
      ...removal(tag, tails.get(tag.part) ?? 0),
    };
  }
}

function* tooMany({ max }: Policy, tags: readonly Tag[]): Iterable<Report> {
  const first = max === undefined ? undefined : tags[max];
  if (first)
    yield at(
      first,
      `${tags.length} hashtags, and the guide allows ${max}; remove ${tags.length - (max ?? 0)}.`,
    );
}

/** A required tag's own spelling shows where its words begin; for others only the first letter can be told. */
function recased(policy: Policy, name: string, locale: string): string {
  const own = policy.required?.find((one) => keyOf(one) === foldText(name));
  if (policy.case === 'lower') return name.toLocaleLowerCase(locale);
  if (own !== undefined) return bare(own);
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0);
  return first.toLocaleUpperCase(locale) + name.slice(first.length);
}

function* wrongCase(policy: Policy, tags: readonly Tag[], locale: string): Iterable<Report> {
  if (!policy.case) return;
  for (const tag of tags) {
    const right = recased(policy, tag.name, locale);
    if (right === tag.name) continue;
    const why =
      policy.case === 'pascal'
        ? 'begins each word with a capital, so that screen readers can tell them apart'
        : 'is in lower case';
    const fix = { start: tag.start + 1, end: tag.end, text: right };
    yield { ...at(tag, `A hashtag ${why}; write #${right}.`), severity: 'suggestion', fix };
  }
}

/** Where the closing block of tags and links of each part begins. */
function tailsOf(context: RuleContext): Map<Part, number> {
  return new Map(context.subject.parts.map((part) => [part, tailStart(part.text, context.scopes(part))]));
}

function* outOfPlace({ position }: Policy, context: RuleContext, tags: readonly Tag[]): Iterable<Report> {
  if (position !== 'end' && position !== 'first-comment') return;
  const tails = tailsOf(context);
  for (const tag of tags) {
    if (tag.start >= (tails.get(tag.part) ?? 0)) continue;
    yield {
      ...at(tag, `Hashtags stand after the text; move #${tag.name} to the end.`),
      severity: 'suggestion',
    };
  }
}

export const hashtagPolicy: Rule = {
  meta: {
    id: 'hashtag-policy',
    says: 'A text carries the hashtags that the guide asks for, and no others that it bans.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Checks `hashtags`: `required` (the fix adds the tag at the end; not asked for on channels that make no links of them, such as SMS and e-mail), `banned` (removed from the closing block, among words only suggested), `max`, `case` (the fix rewrites the tag) and `position`. Tags compare without regard to case.',
    finishedOnly: true,
    options: ['hashtags'],
    examples: [
      {
        guide: {
          hashtags: {
            required: ['NorthwindCoffee'],
            banned: ['giveaway'],
            max: 3,
            case: 'pascal',
            position: 'end',
          },
        },
        locale: 'en-US',
        accept: ['Mint is back.\n\n#NorthwindCoffee #JavaMint', 'Order no. #12. #NorthwindCoffee'],
        reject: [
          { text: 'Mint is back.', evidence: '', fixed: 'Mint is back.\n\n#NorthwindCoffee' },
          { text: 'Mint. #northwindcoffee', evidence: '#northwindcoffee', fixed: 'Mint. #NorthwindCoffee' },
          {
            text: 'Win! #NorthwindCoffee #Giveaway',
            evidence: '#Giveaway',
            fixed: 'Win! #NorthwindCoffee',
          },
          { text: 'Our #JavaMint is back. #NorthwindCoffee', evidence: '#JavaMint' },
          { text: 'Mint #NorthwindCoffee #A #B #C', evidence: '#C' },
        ],
      },
      {
        channel: 'sms',
        guide: { hashtags: { required: ['NorthwindCoffee'], banned: ['giveaway'] } },
        locale: 'en-US',
        accept: ['Mint is back.'],
        reject: [{ text: 'Mint is back. #Giveaway', evidence: '#Giveaway', fixed: 'Mint is back.' }],
      },
      {
        guide: { hashtags: { required: ['Καφές'] } },
        locale: 'el-GR',
        accept: ['Πρωινό #ΚΑΦΈΣ'],
        reject: [{ text: 'Πρωινό', evidence: '', fixed: 'Πρωινό\n\n#Καφές' }],
      },
    ],
  },
  wanted: ({ hashtags }) => hashtags !== undefined,
  *check(context) {
    const policy = context.guide.hashtags;
    const [main] = context.subject.parts;
    if (!policy || !main) return;
    const tags = tagsOf(context);
    if (context.subject.channel?.spec.hashtags.linked !== false) yield* missing(policy, tags, main);
    yield* banned(policy, context, tags);
    yield* tooMany(policy, tags);
    yield* wrongCase(policy, tags, context.place.locale);
    yield* outOfPlace(policy, context, tags);
  },
};

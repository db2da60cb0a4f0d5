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

function* missing(policy: Policy, tags: readonly Tag[], main: Part): Iterable<Report> {
  const present = new Set(tags.map((tag) => foldText(tag.name)));
  const end = main.text.trimEnd().length;
  const last = tags.findLast((tag) => tag.part === main);
  const gap = end === 0 ? '' : last?.end === end ? ' ' : '\n\n';
  for (const name of policy.required ?? []) {
    if (present.has(foldText(name))) continue;
    const full = policy.max !== undefined && tags.length >= policy.max;
    const fix = { start: end, end, text: `${gap}#${name}` };
    const message = `The hashtag #${name} is missing; add it at the end.`;
    yield {
      field: main.field,
      start: end,
      end,
      item: `#${foldText(name)}`,
      message,
      ...(full ? {} : { fix }),
    };
  }
}

function* banned(policy: Policy, tags: readonly Tag[]): Iterable<Report> {
  const refused = new Set((policy.banned ?? []).map((name) => foldText(name)));
  for (const tag of tags) {
    if (!refused.has(foldText(tag.name))) continue;
    yield { ...at(tag, `The hashtag #${tag.name} is banned; remove it.`), severity: 'error' };
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
  const own = policy.required?.find((one) => foldText(one) === foldText(name));
  if (policy.case === 'lower') return name.toLocaleLowerCase(locale);
  if (own !== undefined) return own;
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

function* outOfPlace({ position }: Policy, context: RuleContext, tags: readonly Tag[]): Iterable<Report> {
  if (position !== 'end') return;
  const tails = new Map(
    context.subject.parts.map((part) => [part, tailStart(part.text, context.scopes(part))]),
  );
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
    docs: 'Checks `hashtags`: `required` (the fix adds the tag at the end), `banned`, `max`, `case` (the fix rewrites the tag) and `position`. Tags compare without regard to case.',
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
          { text: 'Win! #NorthwindCoffee #Giveaway', evidence: '#Giveaway' },
          { text: 'Our #JavaMint is back. #NorthwindCoffee', evidence: '#JavaMint' },
          { text: 'Mint #NorthwindCoffee #A #B #C', evidence: '#C' },
        ],
      },
      {
        guide: { hashtags: { required: ['Καφές'] } },
        locale: 'el-GR',
        accept: ['Πρωινό #ΚΑΦΈΣ'],
        reject: [{ text: 'Πρωινό', evidence: '', fixed: 'Πρωινό\n\n#Καφές' }],
      },
    ],
  },
  *check(context) {
    const policy = context.guide.hashtags;
    const [main] = context.subject.parts;
    if (!policy || !main) return;
    const tags = tagsOf(context);
    yield* missing(policy, tags, main);
    yield* banned(policy, tags);
    yield* tooMany(policy, tags);
    yield* wrongCase(policy, tags, context.place.locale);
    yield* outOfPlace(policy, context, tags);
  },
};

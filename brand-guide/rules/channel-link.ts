/** Sees that a link stands where its channel makes one of it. */
import type { Channel } from '../engine/channel.ts';
import { foldText } from '../engine/fold.ts';
import { isSure, readLink } from '../engine/hosts.ts';
import { sayingOf, severityOf } from '../engine/limits.ts';
import type { Part, Report, Rule, RuleContext, Scope } from '../engine/types.ts';
import { phrasesFor } from '../guides/neutral.ts';

/** The part that is the link itself, on channels that have one. */
const LINK_FIELD = 'link';

function linksIn({ scopes }: RuleContext, part: Part): Scope[] {
  return scopes(part).filter(
    ({ kind, start, end }) => kind === 'url' && isSure(readLink(part.text.slice(start, end))),
  );
}

/** The stock phrase where the text does not say it yet. */
function insteadOf({ guide, place, subject }: RuleContext): string {
  const phrase = phrasesFor(guide, place.locale).linkInBio ?? '';
  const said = foldText(phrase);
  return subject.parts.some(({ text }) => foldText(text).includes(said)) ? '' : phrase;
}

function* dead(context: RuleContext, { spec }: Channel, part: Part): Iterable<Report> {
  const links = linksIn(context, part);
  if (links.length === 0) return;
  const bio = spec.links.place === 'none';
  const text = bio ? insteadOf(context) : '';
  const inBio = text === '' ? 'leave it out' : `write “${text}”`;
  const advice = bio ? inBio : 'give it as the post’s link instead';
  for (const { start, end } of links) {
    const written = part.text.slice(start, end);
    const message = `${spec.name} makes no link of “${written}”; ${advice}.`;
    yield { field: part.field, start, end, item: 'dead', message, suggestions: [text] };
  }
}

/** What looks like no link to its writer: a bare domain that the channel counts as one. */
function* counted({ spec, count }: Channel, context: RuleContext, part: Part): Iterable<Report> {
  const { weight } = spec.links;
  if (!weight) return;
  for (const { start, end } of linksIn(context, part)) {
    const written = part.text.slice(start, end);
    const length = [...written].length;
    if (spec.links.needsScheme === true || /^https?:/iu.test(written) || length >= weight.value) continue;
    if (count(written, part.field).length !== weight.value) continue;
    const message = `${spec.name} makes a link of “${written}” and counts ${weight.value} for it, ${weight.value - length} more than it has${sayingOf(weight)}.`;
    yield { field: part.field, start, end, item: 'weight', message, severity: 'suggestion' };
  }
}

/** A bare domain that stays text, on channels that link only what has its scheme. */
function* bare({ spec }: Channel, context: RuleContext, part: Part): Iterable<Report> {
  if (spec.links.needsScheme !== true) return;
  for (const { start, end } of linksIn(context, part)) {
    const written = part.text.slice(start, end);
    if (/^https?:/iu.test(written)) continue;
    const link = `https://${written}`;
    const message = `${spec.name} makes no link of “${written}”; write “${link}”.`;
    yield { field: part.field, start, end, item: 'scheme', message, suggestions: [link] };
  }
}

/** More different links than the channel takes in a post. */
function* overCap({ spec }: Channel, context: RuleContext, part: Part): Iterable<Report> {
  const { cap } = spec.links;
  if (!cap) return;
  const all = linksIn(context, part).map((scope) => ({
    ...scope,
    url: part.text.slice(scope.start, scope.end),
  }));
  const fresh = all.filter(({ url }, at) => all.findIndex((one) => one.url === url) === at);
  const first = fresh[cap.value];
  if (!first) return;
  const message = `${spec.name} takes ${cap.value} different links and this has ${fresh.length}; remove ${fresh.length - cap.value}${sayingOf(cap)}.`;
  const { start, end } = first;
  yield { field: part.field, start, end, item: 'cap', message, severity: severityOf(cap) };
}

function* tooLong({ subject }: RuleContext, { spec }: Channel, main: Part): Iterable<Report> {
  const { longest } = spec.links;
  const length = subject.link?.length ?? 0;
  if (!longest || length <= longest.value) return;
  const message = `${spec.name} takes ${longest.value} characters of a link and this one has ${length}; shorten it${sayingOf(longest)}.`;
  yield { field: main.field, start: 0, end: 0, item: 'longest', message, severity: severityOf(longest) };
}

/** Whether something asks for a link. A url fact that is required is reported by `fact-missing`. */
function isAskedFor({ guide, subject }: RuleContext): boolean {
  return (
    guide.cta?.required === true ||
    (subject.facts ?? []).some(({ kind, required }) => kind === 'url' && required !== true)
  );
}

function* missing(context: RuleContext, { spec }: Channel, main: Part): Iterable<Report> {
  const { link, parts } = context.subject;
  if (link !== undefined || parts.some(({ field, text }) => field === LINK_FIELD && text.trim() !== ''))
    return;
  if (parts.some((part) => linksIn(context, part).length > 0) || !isAskedFor(context)) return;
  const message = `This post leads nowhere: ${spec.name} takes a link beside the text; give it one.`;
  yield { field: main.field, start: main.text.length, end: main.text.length, item: 'missing', message };
}

function* check(context: RuleContext): Iterable<Report> {
  const { channel, parts } = context.subject;
  const [main] = parts;
  if (!channel || !main) return;
  const { place } = channel.spec.links;
  for (const part of parts) {
    if (part.field === LINK_FIELD) continue;
    yield* place === 'inline' ? counted(channel, context, part) : dead(context, channel, part);
    yield* bare(channel, context, part);
    yield* overCap(channel, context, part);
  }
  yield* tooLong(context, channel, main);
  if (place === 'field') yield* missing(context, channel, main);
}

export const channelLink: Rule = {
  meta: {
    id: 'channel-link',
    says: 'A link stands where its channel makes one of it.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'On channels that make no link of a URL in the text, finds each one and suggests the guide’s `linkInBio` phrase, or to leave it out where the phrase is there already. Where the link travels beside the text, finds a URL in the text, and a post without a link where its facts or the guide’s call to action ask for one. On channels that count any link alike, tells of a bare domain that is counted as one (a suggestion); on channels that need the scheme, of one that stays text. Finds more different links than the channel takes, and a link beside the text that is too long for it.',
    options: ['phrases', 'cta'],
    examples: [
      {
        guide: { phrases: { en: { linkInBio: 'Link in our bio' } } },
        locale: 'en-US',
        channel: 'instagram',
        accept: ['Mint is back. Link in our bio', 'Mail hi@northwind.com', 'It was.It is.'],
        reject: [{ text: 'Order at https://northwind.com/mint now', evidence: 'https://northwind.com/mint' }],
      },
      {
        guide: {},
        locale: 'ru-RU',
        channel: 'instagram',
        reject: [{ text: 'Очки: lumen.ru/очки', evidence: 'lumen.ru/очки' }],
      },
      {
        guide: {},
        channel: 'x',
        accept: ['https://northwind.com', 'Mint is back.'],
        reject: [{ text: 'At nw.com now', evidence: 'nw.com' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  check,
};

/** Sees that hook, offer and call to action stand before "see more". */
import type { ChannelSpec } from '../engine/channel.ts';
import { sayingOf } from '../engine/limits.ts';
import { entryFor } from '../engine/locale.ts';
import { isBeforeFold } from '../engine/standing.ts';
import type { Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import type { FactKind } from '../facts/types.ts';
import { phrasesFor } from '../guides/neutral.ts';

type Fold = NonNullable<ChannelSpec['fold']>;

const OFFER: ReadonlySet<FactKind> = new Set(['price', 'percentage', 'code']);
const CALL = 'call';

/** The first sentence. */
function hookOf(context: RuleContext, main: Part): Range | undefined {
  return context.sentences(main)[0];
}

/** The first price, reduction or code that a fact in force has something to do with. */
function offerOf({ comparison }: RuleContext, { field }: Part): Range | undefined {
  const told = comparison().mentions.filter(
    (one) => one.field === field && one.fact !== undefined && OFFER.has(one.mention.kind),
  );
  return told.map(({ mention }) => mention).toSorted((a, b) => a.start - b.start)[0];
}

/** The first of the guide's calls to action, stock phrases that stand for one, or links. */
function callOf(context: RuleContext, main: Part): Range | undefined {
  const links = context.scopes(main).filter(({ kind }) => kind === 'url');
  return [...context.hits(main), ...links].toSorted((a, b) => a.start - b.start)[0];
}

/** The end of the line that a range stands on, or of the range where the line is cut. */
function lineEnd(context: RuleContext, main: Part, { start, end }: Range): number {
  const at = main.text.indexOf('\n', end);
  const line = { start, end: at < 0 ? main.text.length : at };
  return isBeforeFold(context, main, line) ? line.end : end;
}

/** Whether a line of its own behind what is shown of hook and offer has room for the call; a link may be a short one. */
function hasRoom(context: RuleContext, main: Part, shown: readonly (Range | undefined)[], call: Range) {
  const ends = shown.flatMap((range) =>
    range && isBeforeFold(context, main, range) ? [lineEnd(context, main, range)] : [],
  );
  const isLink = context.scopes(main).some(({ kind, start }) => kind === 'url' && start === call.start);
  const words = isLink ? '…' : main.text.slice(call.start, call.end);
  const moved = `${main.text.slice(0, Math.max(0, ...ends))}\n${words}`;
  return isBeforeFold(context, { ...main, text: moved }, { start: 0, end: moved.length });
}

function shownBy(name: string, { characters, lines }: Fold): string {
  const and = lines === undefined ? '' : ` or ${lines.value} lines`;
  return `${name} shows ${characters.value} characters${and} before “see more”${sayingOf(characters)}`;
}

/** Nothing where it is shown, or is not there at all: that is for other rules. */
function cutOff(
  context: RuleContext,
  main: Part,
  item: string,
  range: Range | undefined,
  says: string,
): Report[] {
  if (!range || isBeforeFold(context, main, range)) return [];
  return [{ field: main.field, start: range.start, end: range.end, item, message: says }];
}

function* check(context: RuleContext): Iterable<Report> {
  const { channel, parts, facts = [] } = context.subject;
  const [main] = parts;
  const fold = channel?.spec.fold;
  if (!fold || !main || isBeforeFold(context, main, { start: 0, end: main.text.trimEnd().length })) return;
  const shown = shownBy(channel.spec.name, fold);
  yield* cutOff(
    context,
    main,
    'hook',
    hookOf(context, main),
    `The first sentence is cut: ${shown}; end it sooner.`,
  );
  // A long channel tells the whole story: its opening alone must make people ask for more.
  if (channel.spec.lengthClass === 'long') return;
  const offer = facts.length > 0 ? offerOf(context, main) : undefined;
  yield* cutOff(context, main, 'offer', offer, `The offer comes too late: ${shown}; say it sooner.`);
  const { beforeFold, position } = context.guide.cta ?? {};
  const call = beforeFold === true || position === 'end' ? undefined : callOf(context, main);
  if (call && hasRoom(context, main, [hookOf(context, main), offer], call))
    yield* cutOff(context, main, 'call', call, `The call to action comes too late: ${shown}; move it up.`);
}

const LONG = 'a long walk through the valley where the growers dry the mint, '.repeat(2);

export const channelFold: Rule = {
  meta: {
    id: 'channel-fold',
    says: 'Hook, offer and call to action are read before “see more”.',
    severity: 'suggestion',
    fixable: false,
    languages: 'any',
    docs: 'On channels that cut a text, finds a first sentence that does not end before the fold, and the first price, reduction or code of the facts in force, and the first call to action (a phrasing or stock phrase of the guide, or a link), where they come after it. A text that is shown whole has no findings; on a channel for the whole story, only the first sentence is looked at. A call is left where it is when the hook and the offer leave no line for it before the fold, or the guide wants it at the end. Where the guide asks for `cta.beforeFold`, the rule `cta` sees to the call.',
    options: ['cta', 'phrases'],
    examples: [
      {
        guide: { cta: { phrasings: { en: ['Find your café'] } } },
        locale: 'en-US',
        channel: 'instagram',
        facts: [{ id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } }],
        accept: [`Mint is back for $4.95. Find your café! Then ${LONG}home.`, 'Short and sweet.'],
        reject: [
          { text: `It was ${LONG}home.`, evidence: `It was ${LONG}home.` },
          { text: `Mint. Find your café. And ${LONG}$4.95.`, evidence: '$4.95' },
          { text: `Mint, $4.95. And ${LONG}home. Find your café.`, evidence: 'Find your café' },
        ],
      },
      {
        guide: {},
        locale: 'el-GR',
        channel: 'instagram',
        accept: ['Νέα γυαλιά.\nΤώρα.\nΕδώ.', 'Νέα\nγυαλιά\nτώρα\nΟ σύνδεσμος στο προφίλ'],
        reject: [
          { text: 'Νέα γυαλιά.\nΤώρα.\nΕδώ.\nΟ σύνδεσμος στο προφίλ', evidence: 'Ο σύνδεσμος στο προφίλ' },
        ],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  *literals(guide, { locale }) {
    const { linkInBio, shortCta } = phrasesFor(guide, locale);
    for (const text of [...(entryFor(guide.cta?.phrasings, locale) ?? []), linkInBio, shortCta])
      if (text !== undefined) yield { text, item: CALL };
  },
  check,
};

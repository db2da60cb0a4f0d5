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
  if (facts.length > 0)
    yield* cutOff(
      context,
      main,
      'offer',
      offerOf(context, main),
      `The offer comes too late: ${shown}; say it sooner.`,
    );
  if (context.guide.cta?.beforeFold !== true)
    yield* cutOff(
      context,
      main,
      'call',
      callOf(context, main),
      `The call to action comes too late: ${shown}; move it up.`,
    );
}

const LONG = 'a long walk through the valley where the growers dry the mint, '.repeat(2);

export const channelFold: Rule = {
  meta: {
    id: 'channel-fold',
    says: 'Hook, offer and call to action are read before “see more”.',
    severity: 'suggestion',
    fixable: false,
    languages: 'any',
    docs: 'On channels that cut a text, finds a first sentence that does not end before the fold, and the first price, reduction or code of the facts in force, and the first call to action (a phrasing or stock phrase of the guide, or a link), where they come after it. A text that is shown whole has no findings; on a channel for the whole story, only the first sentence is looked at. Where the guide asks for `cta.beforeFold`, the rule `cta` sees to the call.',
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
        accept: ['Νέα γυαλιά.\nΤώρα.\nΕδώ.'],
        reject: [{ text: 'Νέα\nγυαλιά\nτώρα\nΟ σύνδεσμος στο προφίλ', evidence: 'Ο σύνδεσμος στο προφίλ' }],
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

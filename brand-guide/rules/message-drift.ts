/** Rule: a variant makes the points of its message that its channel has room for. */
import type { LengthClass } from '../engine/channel.ts';
import { callLiterals, callsOf, OTHER, OWN, STOCK } from '../engine/calls.ts';
import { contentWords, lacksWords } from '../engine/content-words.ts';
import { tellsAnything, tellsNothing } from '../engine/tells-nothing.ts';
import type { MessageTold, Report, Rule, RuleContext, Severity } from '../engine/types.ts';
import { says } from '../facts/equal-values.ts';
import { foldWord } from '../facts/fold.ts';
import type { Fact } from '../facts/types.ts';

interface Lack {
  readonly point: string;
  readonly what: string;
  readonly severity: Severity;
}

/** The points that each length class makes; `long` tells the details too. */
const TELLS_DETAILS: Readonly<Record<LengthClass, boolean>> = { micro: false, short: false, long: true };
/** A call is short: its words count from four letters on. */
const OF_A_CALL = 4;

/** Every word that the reader sees: all parts and what stands in the pictures. */
const seen = ({ subject }: RuleContext): string =>
  [
    ...subject.parts.map(({ text }) => text),
    ...(subject.imageWords ?? []).map(({ textInImage }) => textInImage ?? ''),
  ].join('\n');

const isOffer = ({ kind, value }: Fact): boolean =>
  kind === 'price' ||
  kind === 'code' ||
  (kind === 'percentage' && typeof value === 'object' && 'reduction' in value && value.reduction);

const told = ({ parts }: MessageTold, { kind, value }: Fact): boolean =>
  parts.some(({ mentions }) => mentions.some((mention) => says(mention, kind, value)));

/** A person who lists the places that must state a fact lets the others leave it out. */
const isFree = ({ required }: Fact): boolean => required === undefined || required === true;

/** None of what the message offers is said here, and no required fact says so already. */
function lacksOffer({ comparison }: RuleContext, message: MessageTold): Lack[] {
  const offers = comparison().facts.filter(
    ({ fact }) => isOffer(fact) && isFree(fact) && told(message, fact),
  );
  const isLacking = offers.length > 0 && offers.every(({ state }) => state === 'not-required');
  const names = offers.map(({ fact }) => `“${fact.id}”`).join(', ');
  return isLacking ? [{ point: 'offer', what: `the offer (${names})`, severity: 'warning' }] : [];
}

/** On a channel whose links work in the text, or beside it, the link stands for the call. */
const isLinked = ({ subject, comparison }: RuleContext): boolean =>
  (subject.link !== undefined && subject.channel?.spec.links.place !== 'none') ||
  comparison().mentions.some(({ mention }) => mention.kind === 'url');

/** The guide's own rule tells where it requires a call. */
function lacksCall(context: RuleContext, { cta }: MessageTold, text: string): Lack[] {
  if (cta === undefined || context.guide.cta?.required === true || isLinked(context)) return [];
  const isCalled =
    foldWord(text).includes(foldWord(cta)) ||
    [OWN, OTHER, STOCK].some((item) => callsOf(context, item).length > 0);
  return !isCalled && lacksWords(cta, contentWords(text, OF_A_CALL), OF_A_CALL)
    ? [{ point: 'cta', what: `the call to action, “${cta}”`, severity: 'warning' }]
    : [];
}

function lacksDetails({ details = [] }: MessageTold, said: ReadonlySet<string>): Lack[] {
  return details
    .filter((detail) => lacksWords(detail, said))
    .map((detail) => ({ point: `detail ${detail}`, what: `the detail “${detail}”`, severity: 'suggestion' }));
}

function lacksOf(context: RuleContext, message: MessageTold, length: LengthClass): Lack[] {
  const text = seen(context);
  const said = contentWords(text);
  const isHookless = message.headline !== undefined && lacksWords(message.headline, said);
  return [
    ...(isHookless
      ? [
          {
            point: 'hook',
            what: `the headline, “${message.headline ?? ''}”`,
            severity: 'suggestion' as const,
          },
        ]
      : []),
    ...lacksOffer(context, message),
    ...lacksCall(context, message, text),
    ...(TELLS_DETAILS[length] ? lacksDetails(message, said) : []),
  ];
}

/** The message has words, or an emoji, and the text has nothing but what stands in any other one. A picture may tell it. */
const isSilent = (context: RuleContext, { headline = '', body = '' }: MessageTold): boolean =>
  (context.subject.imageWords ?? []).length === 0 && tellsAnything(headline + body) && tellsNothing(context);

function* check(context: RuleContext): Iterable<Report> {
  const { message, channel, parts } = context.subject;
  const [main] = parts;
  if (message === undefined || !channel || !main) return;
  const end = main.text.length;
  if (isSilent(context, message)) {
    const sentence = 'This text says nothing of the message; give it words, or change the message.';
    yield { field: main.field, start: end, end, item: 'nothing', severity: 'error', message: sentence };
    return;
  }
  for (const { point, what, severity } of lacksOf(context, message, channel.spec.lengthClass))
    yield {
      field: main.field,
      start: end,
      end,
      item: point,
      severity,
      message: `This text says nothing of ${what}, which the message has; say it, or change the message.`,
    };
}

const MESSAGE = {
  parts: [],
  headline: 'Meet our coolest mint frappé yet',
  details: ['Strawberry cream over vanilla'],
  cta: 'Find your café',
};

export const messageDrift: Rule = {
  meta: {
    id: 'message-drift',
    says: 'A variant makes its message’s points: the hook, the offer and the call to action, and on channels of long texts the details.',
    severity: 'suggestion',
    fixable: false,
    languages: 'any',
    docs: 'Looks for the points of the step’s message, not for its words in order: the headline and each detail are lacking only where none of the words that carry them, in any inflection, is left; the offer where none of the prices, reductions and codes that the message states is said; the call to action where nothing calls to act and no link stands for it. Offer and call are a warning. A text that has nothing but links and the guide’s stock phrases is an error, unless a picture goes with it. What `fact-missing` or a required `cta` tells already is not told again.',
    campaign: true,
    options: ['cta', 'phrases'],
    examples: [
      {
        guide: {},
        channel: 'sms',
        subject: { message: MESSAGE },
        accept: ['The coolest mint is here. Find your café.', 'Minty and cool: a frappé. Buy now'],
        reject: [
          { text: 'Frappés are coolest here.', evidence: '' },
          { text: 'Something new. Find your café.', evidence: '' },
        ],
      },
      {
        guide: {},
        channel: 'facebook',
        subject: { message: MESSAGE },
        accept: ['The coolest mint, or strawberries and cream. Find your café.'],
        reject: [{ text: 'The coolest mint. Find your café.', evidence: '' }],
      },
      {
        guide: {},
        channel: 'sms',
        locale: 'zh-TW',
        subject: { message: { parts: [], headline: '挑五副鏡框' } },
        accept: ['鏡框帶回家試戴'],
        reject: [{ text: '免費試戴', evidence: '' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  literals: callLiterals,
  check,
};

/** Rule: a variant calls to the same act as its message. */
import { callLiterals, callsOf, foreignCalls, OWN, STOCK, writtenCall } from '../engine/calls.ts';
import type { Standing } from '../engine/standing.ts';
import type { Report, Rule, RuleContext } from '../engine/types.ts';
import { foldWord } from '../facts/fold.ts';
import { firstOccurrence } from '../facts/phrase.ts';

/** Calls that the message says too, in its body or its own call, are no other act. */
const isTold = (call: string, { subject }: RuleContext): boolean =>
  subject.message?.parts.some(({ text }) => foldWord(text).includes(foldWord(call))) ?? false;

const calls = (context: RuleContext): readonly Standing[] => [
  ...callsOf(context, OWN),
  ...foreignCalls(context),
];

function* check(context: RuleContext): Iterable<Report> {
  const { subject, guide } = context;
  const cta = subject.message?.cta;
  if (cta === undefined || guide.consistency?.sameCta === false) return;
  const isThere = subject.parts.some(({ text }) => firstOccurrence(text, [cta]) !== undefined);
  if (isThere || callsOf(context, STOCK).length > 0) return;
  const [other] = calls(context).filter((one) => !isTold(writtenCall(one), context));
  if (!other) return;
  const { start, end } = other.hit;
  const message = `“${writtenCall(other)}” calls to another act than the message, which says “${cta}”.`;
  yield { field: other.part.field, start, end, message, suggestions: [cta] };
}

const MESSAGE = { parts: [], cta: 'Find your café' };

export const ctaMismatch: Rule = {
  meta: {
    id: 'cta-mismatch',
    says: 'Every variant calls to the act that its step’s message calls to.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Where the message has a call to action, the text leaves it out, and says another of the guide’s `phrasings` or opens a sentence with a well-known call in one of six languages, that call is found. The guide’s `shortCta` and `scanQr` stand for any call; a text that calls nobody is left to `cta` and `message-drift`. `consistency.sameCta: false` lets calls differ.',
    campaign: true,
    options: ['cta', 'consistency', 'phrases'],
    examples: [
      {
        channel: 'x',
        guide: { cta: { phrasings: { en: ['Find your café', 'Order ahead'] } } },
        subject: { message: MESSAGE },
        accept: ['Mint is back. Find your café.', 'Mint is back.'],
        reject: [
          { text: 'Mint is back. Order ahead.', evidence: 'Order ahead' },
          { text: 'Mint is back. Click here.', evidence: 'Click here' },
        ],
      },
      {
        channel: 'x',
        guide: {},
        locale: 'zh-TW',
        subject: { message: { parts: [], cta: '開始在家試戴' } },
        accept: ['請開始在家試戴。'],
        reject: [{ text: '在家試戴。立即購買！', evidence: '立即購買' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  literals: callLiterals,
  check,
};

/** Rule: a variant leads where its message leads. */
import { atMention } from '../engine/at-mention.ts';
import type { Report, Rule, RuleContext, Subject } from '../engine/types.ts';
import { equalValues } from '../facts/equal-values.ts';
import { textOf } from '../facts/finder.ts';
import { isShort } from '../facts/own-hosts.ts';

const same = (a: string, b: string): boolean => equalValues('url', a, b);

/** Where the campaign leads from here: its url facts in force, else the message's own link. */
function targetsOf({ facts = [], message }: Subject): readonly string[] {
  const urls = facts.flatMap((fact) => (fact.kind === 'url' ? [fact.value] : []));
  return urls.length > 0 || message?.link === undefined ? urls : [message.link];
}

/** Nobody can tell where a short link goes. */
const isOpen = (url: string, { guide }: RuleContext): boolean => isShort(url, guide.links?.shorteners ?? []);

function* beside(context: RuleContext, targets: readonly string[]): Iterable<Report> {
  const { link, parts } = context.subject;
  const [main] = parts;
  if (link === undefined || !main || isOpen(link, context) || targets.some((one) => same(one, link))) return;
  const message = `The link beside this text goes to ${link}, the campaign to ${targets.join(' or ')}; correct the link.`;
  yield { field: main.field, start: main.text.length, end: main.text.length, item: link, message };
}

/** The text's only link, where it goes elsewhere and no url fact could have told. */
function* inText(context: RuleContext, targets: readonly string[]): Iterable<Report> {
  const { subject, comparison } = context;
  if (subject.link !== undefined || subject.facts?.some(({ kind }) => kind === 'url')) return;
  const [only, another] = comparison().mentions.filter(({ mention }) => mention.kind === 'url');
  const [reading] = only?.mention.readings ?? [];
  if (!only || another || reading === undefined || only.verdict !== 'unknown') return;
  const link = textOf(reading);
  if (isOpen(link, context) || targets.some((one) => same(one, link))) return;
  yield atMention(only, `“${only.mention.text}” leads elsewhere than the message, ${targets.join(' or ')}.`);
}

function* check(context: RuleContext): Iterable<Report> {
  const { subject, guide } = context;
  const targets = subject.message === undefined ? [] : targetsOf(subject);
  if (targets.length === 0 || guide.consistency?.sameLink === false) return;
  yield* beside(context, targets);
  yield* inText(context, targets);
}

const LINK = 'https://northwind.example/java-mint';

export const linkMismatch: Rule = {
  meta: {
    id: 'link-mismatch',
    says: 'Every variant leads where its campaign leads.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the link beside a text with the url facts in force there, or with the message’s link where there is none, without `utm_*`, click ids and a closing slash. In a text, the only link is compared where no url fact could contradict it. A link on one of the guide’s `links.shorteners` is left alone, and so is everything with `consistency.sameLink: false`.',
    campaign: true,
    options: ['consistency', 'links'],
    examples: [
      {
        channel: 'x',
        guide: {},
        subject: { message: { parts: [], link: LINK }, link: `${LINK}/?utm_source=x` },
        accept: ['Mint is back.'],
      },
      {
        channel: 'x',
        guide: {},
        subject: { message: { parts: [], link: LINK } },
        accept: ['Mint is back.', `Mint is back: ${LINK}`],
        reject: [{ text: 'https://northwind.example/menu', evidence: 'https://northwind.example/menu' }],
      },
      {
        channel: 'x',
        guide: {},
        locale: 'el-GR',
        facts: [{ id: 'shop', kind: 'url', value: LINK }],
        subject: { message: { parts: [] }, link: 'https://northwind.example/menu' },
        reject: [{ text: 'Η μέντα γύρισε.', evidence: '' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  check,
};

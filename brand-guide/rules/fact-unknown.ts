/** Rule: a text names no price, reduction, code, phone, foreign link or day that nothing in the campaign knows. */
import { atMention } from '../engine/at-mention.ts';
import { entryFor } from '../engine/locale.ts';
import type { Report, Rule, RuleContext, Severity } from '../engine/types.ts';
import type { Found } from '../facts/comparison.ts';
import { textOf } from '../facts/finder.ts';
import { isForeign, ownHosts } from '../facts/own-hosts.ts';
import type { Mention } from '../facts/types.ts';

const isReduction = ({ readings }: Mention): boolean =>
  readings.some((one) => typeof one === 'object' && 'reduction' in one && one.reduction);

/** How much it weighs that nothing is known of the mention; undefined where it may well stand by itself. */
function weightOf(mention: Mention, hosts: readonly string[]): Severity | undefined {
  switch (mention.kind) {
    case 'price':
    case 'code':
    case 'phone':
      return 'warning';
    case 'percentage':
      return isReduction(mention) ? 'warning' : undefined;
    case 'url':
      return mention.readings.every((one) => isForeign(textOf(one), hosts)) ? 'warning' : undefined;
    case 'date':
    case 'time':
      return 'suggestion';
    case 'name':
    case 'quantity':
    case 'legal':
      return undefined;
  }
}

/** Where the guide lists its domains, its own rule tells of the others. */
const hasLinkPolicy = ({ guide }: RuleContext): boolean => guide.links?.allowDomains !== undefined;

function* check(context: RuleContext): Iterable<Report> {
  const { subject, guide, comparison } = context;
  if (subject.message === undefined) return;
  const hosts = ownHosts(subject.facts ?? [], guide);
  const lines = (guide.disclosures ?? []).flatMap(({ text }) => entryFor(text, subject.locale) ?? []);
  for (const one of comparison().mentions) {
    if (one.verdict !== 'unknown' || isWithin(one, lines, context)) continue;
    const { kind, text } = one.mention;
    const severity = kind === 'url' && hasLinkPolicy(context) ? undefined : weightOf(one.mention, hosts);
    if (severity === undefined) continue;
    const message = `Neither a fact nor the message knows “${text}”; add it as a fact, correct it, or mark it as not a fact.`;
    yield { ...atMention(one, message), severity };
  }
}

/** What a line of the guide states, the guide knows. */
const isWithin = (
  { field, mention: { start, end } }: Found,
  lines: readonly string[],
  { subject }: RuleContext,
): boolean =>
  lines.length > 0 &&
  subject.parts.some(
    (part) =>
      part.field === field &&
      lines.some((line) => {
        const at = part.text.lastIndexOf(line, start);
        return at >= 0 && end <= at + line.length;
      }),
  );

const MESSAGE = { parts: [] };

export const factUnknown: Rule = {
  meta: {
    id: 'fact-unknown',
    says: 'A text states no price, reduction, code, phone number, foreign link, day or time that the campaign does not know.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Reports what neither a fact, the campaign’s window, the step’s message in this language nor the guide’s standing `facts` and `disclosures` know: a warning for prices, reductions, codes, phone numbers and links to a domain that neither facts nor guide name, a suggestion for dates and times, nothing for quantities and percentages that reduce nothing. With `links.allowDomains` links are left to `link-policy`. A person can mark a mention as not a fact.',
    campaign: true,
    options: ['facts', 'links'],
    examples: [
      {
        guide: {},
        facts: [{ id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } }],
        subject: { message: MESSAGE },
        accept: ['A grande is $4.95, with 70% cocoa.', 'Open 24/7.'],
        reject: [
          { text: 'A grande is $4.95, a venti $5.95.', evidence: '$5.95' },
          { text: '$4.95, and 25% off', evidence: '25%' },
        ],
      },
      {
        guide: { disclosures: [{ id: 'tax', text: { en: ['A tax of €1.50 is paid on arrival.'] } }] },
        locale: 'en-GB',
        facts: [{ id: 'price', kind: 'price', value: { amount: '140.00', currency: 'EUR' } }],
        subject: { message: MESSAGE },
        accept: ['A room is €140.00. A tax of €1.50 is paid on arrival.'],
        reject: [{ text: 'A room is €140.00. A tax of €2.50 is paid on arrival.', evidence: '€2.50' }],
      },
      {
        guide: {},
        locale: 'el-GR',
        facts: [{ id: 'shop', kind: 'url', value: 'https://lumen.example/try' }],
        subject: { message: MESSAGE },
        accept: ['Δες το lumen.example/frames'],
        reject: [{ text: 'Έκπτωση 30% στο https://lumen.example/try', evidence: '30%' }],
      },
    ],
  },
  check,
};

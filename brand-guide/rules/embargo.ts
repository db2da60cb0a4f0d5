/** Rule: nothing is public before its embargo. */
import { atMention } from '../engine/at-mention.ts';
import type { Report, Rule, RuleContext } from '../engine/types.ts';
import { withheldAt } from '../facts/embargoes.ts';

function* check({ subject, comparison }: RuleContext): Iterable<Report> {
  const { at, embargoes = [], parts } = subject;
  const [main] = parts;
  if (!main || at === undefined) return;
  const end = main.text.length;
  for (const { what, until, fact, found } of withheldAt(at, embargoes, comparison().facts)) {
    const way = fact === undefined ? 'move it' : 'leave it out, move it, or give its step that embargo';
    const message = `${what.charAt(0).toUpperCase()}${what.slice(1)} is withheld until ${until}, and this may be public at ${at}; ${way}.`;
    const place = found ? atMention(found, message) : { field: main.field, start: end, end, message };
    yield { ...place, item: fact ?? what, waivable: false };
  }
}

const PRICE = { id: 'price', kind: 'price', value: { amount: '4.95', currency: 'USD' } } as const;
const UNTIL = '2027-05-04T13:00:00Z';
const WITHHELD = [{ what: 'the fact “price”', until: UNTIL, fact: 'price' }];
const CAMPAIGN = [{ what: 'the campaign', until: UNTIL }];

export const embargo: Rule = {
  meta: {
    id: 'embargo',
    says: 'Nothing of a campaign is public before its embargo, and no text tells a fact that is still withheld.',
    severity: 'error',
    fixable: false,
    languages: 'any',
    docs: 'Compares the moment at which a text is public (that of its earliest calendar entry, else the end of its step’s or its campaign’s embargo) with the embargoes of campaign, step, pictures and of every fact that the text states or its link carries. Without such a moment nothing is said; scheduling and publishing ask again. It may not be waived.',
    campaign: true,
    options: [],
    examples: [
      {
        channel: 'x',
        guide: {},
        facts: [PRICE],
        subject: { at: UNTIL, embargoes: [...CAMPAIGN, ...WITHHELD] },
        accept: ['A grande is $4.95.'],
      },
      {
        channel: 'x',
        guide: {},
        facts: [PRICE],
        subject: { at: '2027-05-03T09:00:00Z', embargoes: WITHHELD },
        accept: ['Something minty is coming.'],
        reject: [{ text: 'A grande is $4.95.', evidence: '$4.95' }],
      },
      {
        channel: 'x',
        guide: {},
        locale: 'ru-RU',
        subject: { at: '2027-05-03T09:00:00Z', embargoes: CAMPAIGN },
        reject: [{ text: 'Мята вернулась.', evidence: '' }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  check,
};

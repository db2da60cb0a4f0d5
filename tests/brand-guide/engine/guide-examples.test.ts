import { describe, expect, test } from 'vitest';
import { countExamples, guideExamples } from '../../../brand-guide/engine/guide-examples.ts';
import { testGuide } from '../../../brand-guide/engine/guide-test.ts';
import { prepareGuide } from '../../../brand-guide/engine/prepare.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';

const guideOf = (own: Partial<Guide>): Guide => ({
  meta: { name: { full: 'Tea' }, language: 'en-GB' },
  ...own,
});

const failuresIn = (own: Partial<Guide>): string[] =>
  testGuide(guideOf(own)).map(
    ({ section, id, locale, expected, text }) => `${section}.${id} ${locale} ${expected} ${text}`,
  );

const cheap = { id: 'cheap', term: 'cheap', status: 'banned' } as const;
const terms = (accept: string[], reject: string[]): Pick<Guide, 'vocabulary'> => ({
  vocabulary: { terms: [{ ...cheap, examples: { accept, reject } }] },
});

/** The section, an item with examples that hold, and the same with examples that fail; what the failure says. */
const ROWS: readonly (readonly [string, Partial<Guide>, Partial<Guide>, string])[] = [
  ['a term', terms(['dear'], ['cheap']), terms([], ['dear']), 'vocabulary.terms.cheap en-GB reject dear'],
  [
    'a name',
    { names: [{ id: 'oolong', canonical: 'Oolong', examples: { accept: ['Oolong'], reject: ['oolong'] } }] },
    { names: [{ id: 'oolong', canonical: 'Oolong', examples: { accept: ['oolong'] } }] },
    'names.oolong en-GB accept oolong',
  ],
  [
    'a trademark',
    {
      names: [
        { id: 'fig', canonical: 'Fig', trademark: '®', examples: { accept: ['Fig®'], reject: ['Fig'] } },
      ],
    },
    { names: [{ id: 'fig', canonical: 'Fig', trademark: '®', examples: { reject: ['Fig®'] } }] },
    'names.fig en-GB reject Fig®',
  ],
  [
    'a disclosure, by its topic',
    {
      disclosures: [
        {
          id: 'risk',
          when: { topics: ['funds'] },
          text: { en: ['Capital at risk.'] },
          examples: { accept: ['Save. Capital at risk.'], reject: ['Save.'] },
        },
      ],
    },
    {
      disclosures: [
        { id: 'risk', when: { anyTerm: ['fund'] }, text: { en: ['Risk.'] }, examples: { reject: ['Save.'] } },
      ],
    },
    'disclosures.risk en reject Save.',
  ],
  [
    'a required phrase, in every language that it has',
    {
      requiredPhrases: [
        {
          id: 'help',
          text: { en: ['talk to us'], el: ['μιλήστε μας'] },
          examples: { accept: ['Talk to us.', 'ΜΙΛΗΣΤΕ ΜΑΣ'], reject: ['Pay.'] },
        },
      ],
    },
    { requiredPhrases: [{ id: 'help', text: { el: ['μιλήστε μας'] }, examples: { accept: ['Πληρώστε.'] } }] },
    'requiredPhrases.help el accept Πληρώστε.',
  ],
  [
    'a claim',
    {
      claims: [
        {
          id: 'best',
          pattern: String.raw`(?i)\bbest\b`,
          needs: 'evidence',
          examples: { accept: ['good'], reject: ['The BEST'] },
        },
      ],
    },
    { claims: [{ id: 'best', pattern: 'best', needs: 'evidence', examples: { reject: ['good'] } }] },
    'claims.best en-GB reject good',
  ],
  [
    'an item of a locale',
    { locales: { el: terms(['φτηνό'], ['cheap']) } },
    { locales: { el: terms([], ['φτηνό']) } },
    'locales.el.vocabulary.terms.cheap el reject φτηνό',
  ],
  [
    'an item of a channel',
    { channels: { sms: terms(['dear'], ['cheap']) } },
    { channels: { sms: terms(['cheap'], []) } },
    'channels.sms.vocabulary.terms.cheap en-GB accept cheap',
  ],
  [
    'an item of an account',
    { accounts: { page: terms(['dear'], ['cheap']) } },
    { accounts: { page: terms(['cheap'], []) } },
    'accounts.page.vocabulary.terms.cheap en-GB accept cheap',
  ],
];

describe.each(ROWS)('%s', (_, holds, fails, says) => {
  test('proves itself', () => {
    expect(failuresIn(holds)).toEqual([]);
    expect(guideExamples(guideOf(holds))).toHaveLength(1);
  });

  test('is told when it does not', () => {
    expect(failuresIn(fails)).toEqual([says]);
  });
});

test('one item’s example is not proven by another’s finding', () => {
  const other = { id: 'dear', term: 'dear', status: 'banned', examples: { reject: ['cheap'] } } as const;
  expect(failuresIn({ vocabulary: { terms: [cheap, other] } })).toEqual([
    'vocabulary.terms.dear en-GB reject cheap',
  ]);
});

test('a rule of the guide that is not run proves nothing, and fails nothing', async () => {
  const rules = { 'Tea.Script': { extends: 'script', examples: { accept: ['tea'], reject: ['coffee'] } } };
  await prepareGuide(guideOf({ rules }));
  expect(failuresIn({ rules })).toEqual([]);
  expect(countExamples(guideOf({ rules }))).toBe(2);
});

test('examples are counted, in overlays too', () => {
  const own = { ...terms(['a', 'b'], ['cheap']), channels: { sms: terms([], ['cheap']) } };
  expect(countExamples(guideOf(own))).toBe(4);
  expect(countExamples(guideOf({}))).toBe(0);
});

/** A guide that uses every field there is: it does not compile without one of the types' fields, nor with one more. */
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { FactKind } from '../../../brand-guide/facts/types.ts';

type Overlays = 'channels' | 'locales' | 'accounts';

/** Nothing is optional any more. */
type Full<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Full<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]-?: Full<NonNullable<T[Key]>> }
      : T;

type FullGuide = Full<Omit<Guide, Overlays>> & Pick<Required<Guide>, Overlays>;

const examples = { accept: ['fine'], reject: ['not fine'] };
const FACT_KINDS: readonly FactKind[] = ['price', 'percentage', 'date'];
const when = {
  channels: ['sms'] as const,
  locales: ['el'],
  topics: ['loans'],
  anyTerm: ['loan'],
  factKinds: FACT_KINDS,
};
const where = { steps: ['main'], accounts: ['a'], channels: ['sms'] as const, locales: ['el'] };
const told = {
  role: 'sale',
  qualifier: 'from',
  label: { en: ['cup'] },
  forms: { en: ['Northwind'] },
  required: { channels: ['sms'], steps: ['main'] },
} as const;

export const fullGuide: FullGuide = {
  meta: {
    name: { full: 'Northwind Coffee', short: 'Northwind' },
    language: 'en',
    owner: 'brand@northwind.example',
    link: 'https://northwind.example',
    slogan: 'Good morning',
    mission: { text: 'Coffee for all', mustReflect: ['fair'] },
    extends: ['cantus:neutral'],
  },
  names: [
    {
      id: 'nw',
      canonical: 'Northwind',
      forms: { el: ['Νόρθγουιντ'] },
      never: ['North Wind'],
      caseSensitive: true,
      trademark: '®',
      possessive: false,
      examples,
    },
  ],
  vocabulary: {
    terms: [
      {
        id: 'cheap',
        term: 'cheap',
        status: 'banned',
        use: ['good value'],
        insteadOf: ['cheapo'],
        forms: [{ find: 'cheaper', use: 'better value' }],
        invariant: true,
        match: 'word',
        caseSensitive: false,
        inflections: ['cheapest'],
        except: ['cheapside'],
        channels: ['sms'],
        locales: ['en'],
        note: 'Nothing is cheap.',
        examples,
      },
    ],
    accept: ['frappé'],
    spelling: { en: 'en' },
  },
  voice: {
    traits: [{ name: 'warm', do: ['greet'], dont: ['shout'] }],
    person: ['first-plural', 'second'],
    address: { el: 'polite' },
    activeVoice: true,
    contractions: 'prefer',
    exclamationMax: 1,
    allCapsMax: 0,
  },
  readability: { metric: 'flesch-reading-ease', min: 60, max: 100, minWords: 30, sentenceMaxWords: 20 },
  casing: { headline: 'title', body: 'sentence', style: 'ap', exceptions: ['iPhone'] },
  punctuation: {
    quotes: 'curly',
    dashes: 'em',
    ellipsis: 'character',
    oxfordComma: 'always',
    spaceBefore: { marks: ['!'], space: 'no-break' },
  },
  numbers: {
    el: {
      currency: { position: 'after', space: true },
      decimal: ',',
      thousands: '.',
      date: 'dd/mm/y',
      time: '24h',
    },
  },
  emoji: { policy: 'listed', allow: ['☕'], deny: ['💩'], max: 3, position: 'end', asBullets: false },
  hashtags: { required: ['Northwind'], banned: ['win'], max: 5, case: 'pascal', position: 'end' },
  mentions: { allow: ['@northwind'], max: 3 },
  links: {
    https: true,
    allowDomains: ['northwind.example'],
    utm: { source: '{channel}', medium: 'social', campaign: '{campaign}' },
    shorteners: ['nw.example'],
  },
  cta: { required: true, phrasings: { en: ['Find your café'] }, position: 'end', beforeFold: true },
  phrases: {
    en: {
      linkInBio: 'Link in bio',
      scanQr: 'Scan me',
      withCode: 'with {code}',
      until: 'until {date}',
      from: 'from {price}',
      off: '{percent} off',
      optOut: 'Reply STOP',
      sender: 'From {brand}',
      unsubscribe: 'Reply to stop',
      shortCta: 'Find us',
      quantities: {
        cups: {
          zero: 'no {quantity}',
          one: '{quantity} cup',
          two: '{quantity} cups',
          few: '{quantity} cups',
          many: '{quantity} cups',
          other: '{quantity} cups',
        },
      },
      offer: ['{name}[ {price}]'],
    },
  },
  facts: [
    {
      id: 'cup',
      kind: 'price',
      value: { amount: '4.95', currency: 'USD' },
      values: [{ ...where, value: 'free' }],
      ...told,
    },
    {
      id: 'off',
      kind: 'percentage',
      value: { percent: '20', reduction: true },
      values: [{ ...where, value: { percent: '25', reduction: true } }],
      ...told,
    },
    {
      id: 'founded',
      kind: 'date',
      value: '1999-05-01',
      values: [{ ...where, value: '1999-05-02' }],
      ...told,
    },
  ],
  disclosures: [
    {
      id: 'stop',
      when,
      text: { en: ['Reply STOP'] },
      position: 'end',
      beforeFold: true,
      waivable: false,
      examples,
    },
  ],
  requiredPhrases: [{ id: 'fair', when, text: { en: ['fairly paid'] }, note: 'We say so.', examples }],
  claims: [
    {
      id: 'best',
      pattern: 'best in \\w+',
      needs: 'evidence',
      channels: ['sms'],
      locales: ['en'],
      note: 'Prove it.',
      waivable: false,
      examples,
    },
  ],
  mergeTags: [{ id: 'first_name', max: 20 }],
  color: {
    $type: 'color',
    $description: 'The colours',
    $deprecated: false,
    $extensions: {},
    brand: { $root: { $value: '#336699' }, $extends: '{other}' },
    other: { $type: 'color' },
    primary: {
      $type: 'color',
      $value: '#336699',
      $description: 'Blue',
      $deprecated: false,
      $extensions: { 'example.tool': 1 },
    },
  },
  typography: {
    base: {
      $type: 'fontFamily',
      $value: ['Inter', 'sans-serif'],
      $description: 'Body',
      $deprecated: 'Use Lato',
      $extensions: {},
    },
  },
  imagery: {
    palette: { minShare: 0.2, deltaE: 10 },
    contrast: 4.5,
    minSize: { width: 1080, height: 1080 },
    altText: { required: true, maxCharacters: 125 },
    logo: { file: 'logo.svg', clearSpace: 0.5, minSize: 24 },
  },
  consistency: { similarity: 0.8, sameCta: true, sameLink: true, gapDays: 2, differ: true },
  rules: { 'Acme.Hype': { extends: 'existence', message: "Avoid '%s'", tokens: ['epic'], examples } },
  gates: {
    error: 'block',
    warning: 'acknowledge',
    suggestion: 'inform',
    rules: { 'banned-term': { severity: 'error', waivable: false, observe: true, off: false } },
  },
  channels: { sms: { hashtags: null } },
  locales: { el: { emoji: { max: 1 } } },
  accounts: { northwind_gr: { emoji: { max: 2 } } },
};

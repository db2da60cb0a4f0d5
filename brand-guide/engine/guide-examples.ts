/** The examples that a guide's items carry, each with where it holds. */
import type { Guide, Overlay } from '../schema/guide.ts';
import type { Examples, When } from '../schema/wording.ts';
import { CHANNEL_IDS } from './channel.ts';
import type { Finding, Place } from './types.ts';

/** An item with examples. */
export interface GuideExamples {
  /** Such as `vocabulary.terms`, or `locales.el.names` for an overlay's. */
  readonly section: string;
  readonly id: string;
  readonly examples: Examples;
  /** Rejected in every one of them, accepted in some. */
  readonly places: readonly Place[];
  readonly topics: readonly string[];
  /** The guide's own rule that they are of: one that is off or skipped proves nothing. */
  readonly rule?: string;
  /** Whether a finding is the item's. */
  readonly finds: (finding: Finding) => boolean;
}

/** Lists items of one section; `within` is the place that an overlay holds in. */
type Lister = (sections: Overlay, within: Place) => readonly Omit<GuideExamples, 'section'>[];

interface Bounds {
  readonly locales?: readonly string[] | undefined;
  readonly channels?: readonly Place['channel'][] | undefined;
}

function placesOf(within: Place, { locales = [], channels = [] }: Bounds): Place[] {
  const [first] = channels;
  const channel = within.channel ?? first;
  const tags = locales.length > 0 ? locales : [within.locale];
  return tags.map((locale) => ({
    ...within,
    locale: locale === '*' ? within.locale : locale,
    ...(channel ? { channel } : {}),
  }));
}

interface Item {
  readonly id: string;
  readonly examples?: Examples;
}

const byItem =
  (id: string, ...rules: readonly string[]) =>
  ({ item, rule }: Finding): boolean =>
    item === id && rules.includes(rule);

function listed<T extends Item>(
  items: readonly T[] | null | undefined,
  within: Place,
  rules: readonly string[],
  boundsOf: (item: T) => Bounds & { readonly topics?: readonly string[] | undefined },
): Omit<GuideExamples, 'section'>[] {
  return (items ?? []).map((item) => {
    const bounds = boundsOf(item);
    const { id, examples = {} } = item;
    const places = placesOf(within, bounds);
    return { id, examples, places, topics: bounds.topics ?? [], finds: byItem(id, ...rules) };
  });
}

/** A line is tried in every locale that it has a text for. */
function line({ when, text }: { readonly when?: When; readonly text: Readonly<Record<string, unknown>> }) {
  return { locales: when?.locales ?? Object.keys(text), channels: when?.channels, topics: when?.topics };
}

function valeRules(rules: Overlay['rules'], within: Place): Omit<GuideExamples, 'section'>[] {
  return Object.entries(rules ?? {}).map(([id, rule]) => ({
    id,
    rule: id,
    examples: examplesOf(rule),
    places: [within],
    topics: [],
    finds: (finding) => finding.rule === id,
  }));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

/** A rule is anybody's document, so its examples are read with care. */
function examplesOf(rule: unknown): Examples {
  if (typeof rule !== 'object' || rule === null || !('examples' in rule)) return {};
  const { examples } = rule;
  if (typeof examples !== 'object' || examples === null) return {};
  const accept = 'accept' in examples && isTexts(examples.accept) ? examples.accept : [];
  const reject = 'reject' in examples && isTexts(examples.reject) ? examples.reject : [];
  return { accept, reject };
}

const SECTIONS: Readonly<Record<string, Lister>> = {
  names: ({ names }, within) =>
    listed(names, within, ['canonical-name', 'trademark-first-mention'], ({ forms }) => ({
      locales: [within.locale, ...Object.keys(forms ?? {})],
    })),
  'vocabulary.terms': ({ vocabulary }, within) =>
    listed(vocabulary?.terms, within, ['banned-term', 'preferred-term'], (term) => term),
  disclosures: ({ disclosures }, within) => listed(disclosures, within, ['disclosure'], line),
  requiredPhrases: ({ requiredPhrases }, within) =>
    listed(requiredPhrases, within, ['required-phrase'], line),
  claims: ({ claims }, within) => listed(claims, within, ['claim'], (claim) => claim),
  rules: ({ rules }, within) => valeRules(rules, within),
};

function under(prefix: string, sections: Overlay, within: Place): GuideExamples[] {
  return Object.entries(SECTIONS).flatMap(([section, list]) =>
    list(sections, within).map((item) => ({ ...item, section: prefix + section })),
  );
}

function isEmpty({ accept = [], reject = [] }: Examples): boolean {
  return accept.length + reject.length === 0;
}

/** Of the guide and of its overlays, items without examples left out. */
export function guideExamples(guide: Guide): readonly GuideExamples[] {
  const locale = guide.meta.language ?? 'en';
  const locales = Object.entries(guide.locales ?? {}).flatMap(([tag, overlay]) =>
    under(`locales.${tag}.`, overlay, { locale: tag === '*' ? locale : tag }),
  );
  const channels = CHANNEL_IDS.flatMap((channel) =>
    under(`channels.${channel}.`, guide.channels?.[channel] ?? {}, { locale, channel }),
  );
  const accounts = Object.entries(guide.accounts ?? {}).flatMap(([account, overlay]) =>
    under(`accounts.${account}.`, overlay, { locale, account }),
  );
  const all = [...under('', guide, { locale }), ...locales, ...channels, ...accounts];
  return all.filter(({ examples }) => !isEmpty(examples));
}

/** How many texts they are. */
export function countExamples(guide: Guide): number {
  return guideExamples(guide)
    .map(({ examples: { accept = [], reject = [] } }) => accept.length + reject.length)
    .reduce((sum, many) => sum + many, 0);
}

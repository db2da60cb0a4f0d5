/** Runs the examples that a guide's names, terms and disclosures carry. */
import type { Guide } from '../schema/guide.ts';
import type { Examples } from '../schema/wording.ts';
import { compileGuide, lint } from './lint.ts';
import type { CompiledGuide } from './lint.ts';
import type { Place } from './types.ts';

export interface GuideExampleFailure {
  /** Such as `vocabulary.terms`. */
  readonly section: string;
  readonly id: string;
  readonly expected: 'accept' | 'reject';
  readonly text: string;
  readonly locale: string;
  readonly message: string;
}

/** An item with examples and the places it holds in. */
interface Tested {
  readonly section: string;
  readonly id: string;
  readonly examples: Examples;
  readonly places: readonly Place[];
  readonly topics: readonly string[];
}

function placesOf(
  guide: Guide,
  locales: readonly string[] | undefined,
  channels: readonly Place['channel'][] = [],
): Place[] {
  const [channel] = channels;
  const tags = locales && locales.length > 0 ? locales : [guide.meta.language ?? 'en'];
  return tags.map((locale) => ({ locale: locale === '*' ? 'en' : locale, ...(channel ? { channel } : {}) }));
}

/** A disclosure is tried in every locale that it has a text for. */
function disclosures(guide: Guide): Tested[] {
  return (guide.disclosures ?? []).map(({ id, when, text, examples = {} }) => ({
    section: 'disclosures',
    id,
    examples,
    places: placesOf(guide, Object.keys(text), when?.channels),
    topics: when?.topics ?? [],
  }));
}

function tested(guide: Guide): Tested[] {
  const terms = (guide.vocabulary?.terms ?? []).map(({ id, locales, channels, examples = {} }) => ({
    section: 'vocabulary.terms',
    id,
    examples,
    places: placesOf(guide, locales, channels),
    topics: [],
  }));
  const names = (guide.names ?? []).map(({ id, forms, examples = {} }) => ({
    section: 'names',
    id,
    examples,
    places: placesOf(guide, [guide.meta.language ?? 'en', ...Object.keys(forms ?? {})]),
    topics: [],
  }));
  return [...terms, ...names, ...disclosures(guide)];
}

type Compile = (place: Place) => CompiledGuide;

function compileOnce(guide: Guide): Compile {
  const compiled = new Map<string, CompiledGuide>();
  return (place) => {
    const key = `${place.locale} ${place.channel ?? ''}`;
    const made = compiled.get(key) ?? compileGuide(guide, place);
    compiled.set(key, made);
    return made;
  };
}

function messagesFor({ id, topics }: Tested, compiled: CompiledGuide, text: string): string[] {
  const subject = { parts: [{ field: 'text', text }], locale: compiled.place.locale, topics };
  return lint(compiled, subject)
    .filter((finding) => finding.item === id)
    .map((finding) => finding.message);
}

/** Accepted: no finding of the item in some of its locales. Rejected: a finding in every one of them. */
function failuresOf(item: Tested, compile: Compile): GuideExampleFailure[] {
  const { section, id, examples, places } = item;
  const read = (text: string) =>
    places.map((place) => ({ place, found: messagesFor(item, compile(place), text) }));
  const accept = (examples.accept ?? []).flatMap((text) => {
    const readings = read(text);
    const [first] = readings;
    if (!first || readings.some(({ found }) => found.length === 0)) return [];
    const message = `accepted in the guide, yet found: ${first.found.join(' ')}`;
    return [{ section, id, expected: 'accept' as const, text, locale: first.place.locale, message }];
  });
  const reject = (examples.reject ?? []).flatMap((text) => {
    const silent = read(text).find(({ found }) => found.length === 0);
    if (!silent) return [];
    const message = 'rejected in the guide, yet nothing was found';
    return [{ section, id, expected: 'reject' as const, text, locale: silent.place.locale, message }];
  });
  return [...accept, ...reject];
}

/** Empty where every example holds; a guide whose own examples fail cannot be released. */
export function testGuide(guide: Guide): GuideExampleFailure[] {
  const compile = compileOnce(guide);
  return tested(guide).flatMap((item) => failuresOf(item, compile));
}

/** Runs the examples that a guide's items carry. */
import type { Guide } from '../schema/guide.ts';
import { guideExamples } from './guide-examples.ts';
import type { GuideExamples } from './guide-examples.ts';
import { compileGuide } from './compile.ts';
import { lint } from './lint.ts';
import type { CompiledGuide } from './compile-rules.ts';
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

type Compile = (place: Place) => CompiledGuide;

function compileOnce(guide: Guide): Compile {
  const compiled = new Map<string, CompiledGuide>();
  return (place) => {
    const key = JSON.stringify([place.locale, place.channel, place.account]);
    const made = compiled.get(key) ?? compileGuide(guide, place);
    compiled.set(key, made);
    return made;
  };
}

function messagesFor({ finds, topics }: GuideExamples, compiled: CompiledGuide, text: string): string[] {
  const subject = { parts: [{ field: 'text', text }], locale: compiled.place.locale, topics };
  return lint(compiled, subject)
    .filter(finds)
    .map((finding) => finding.message);
}

function runsIn({ rule }: GuideExamples, { rules }: CompiledGuide): boolean {
  return rule === undefined || rules.some((active) => active.rule.meta.id === rule);
}

/** Accepted: no finding of the item in some of its locales. Rejected: a finding in every one of them. */
function failuresOf(item: GuideExamples, compile: Compile): GuideExampleFailure[] {
  const { section, id, examples } = item;
  const places = item.places.filter((place) => runsIn(item, compile(place)));
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
  return guideExamples(guide).flatMap((item) => failuresOf(item, compile));
}

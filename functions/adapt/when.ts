/** The days and hours that have to be said, set beside each other in the message's own words: “15 May, 19:00 to 01:00”. */
import { languageOf } from '../../brand-guide/engine/locale.ts';
import type { Fact, Mention } from '../../brand-guide/facts/types.ts';
import startLeads from './data/start-leads.json' with { type: 'json' };
import type { Told } from './offer.ts';
import { requiredHere } from './required.ts';
import { means } from './says.ts';
import { asLine } from './words.ts';

/** So much between two of them belongs to them: “to”, “ at ”, “ on Sunday, ”. */
const BETWEEN = 14;

interface Leads {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}
/** The words that make a day the first of many: without them it would be the only one. */
const LEADS: Readonly<Record<string, Leads>> = startLeads;

export interface When {
  readonly text: string;
  /** A deadline alone. */
  readonly ends: boolean;
}

interface Found extends Pick<Mention, 'start' | 'end' | 'role'> {
  readonly id: string;
}

/**
 * Undefined where nothing is required, and where the message does not say all of it. A deadline is said as the guide says
 * an end, and alone: beside a day it would read as a stretch of days.
 */
export function whenOf({ input, story, read, marks }: Told, until: string | undefined): When | undefined {
  const due = input.facts.filter((fact) => isWhen(fact) && requiredHere(fact, input));
  const ends = due.filter(({ kind, role }) => kind === 'date' && role === 'end');
  if (ends.length > 0 && (due.length > 1 || until === undefined)) return undefined;
  if (ends.length > 0) return { text: asLine(until ?? '', input.locale), ends: true };
  if (due.length === 0) return undefined;
  const left = new Map(due.map((fact) => [fact.id, fact]));
  const told = [story.headline, ...story.sentences.map(({ text }) => text)].flatMap((text) => {
    const found = foundIn(read(text), left).map((one) => ledIn(text, one, input.locale));
    for (const one of found) if (one !== undefined) left.delete(one.id);
    return runsOf(
      text,
      found.filter((one) => one !== undefined),
    );
  });
  return left.size > 0 ? undefined : { text: asLine(told.join(marks.list), input.locale), ends: false };
}

const isWhen = ({ kind }: Fact): boolean => kind === 'date' || kind === 'time';

/** The first mention of each fact that is still to be told. */
function foundIn(mentions: readonly Mention[], left: ReadonlyMap<string, Fact>): readonly Found[] {
  return [...left.values()]
    .flatMap((fact) => {
      const mention = mentions.find((one) => means(one, fact));
      if (mention === undefined) return [];
      const { start, end, role = fact.role } = mention;
      return [{ id: fact.id, start, end, ...(fact.kind === 'date' && role && { role }) }];
    })
    .toSorted((one, other) => one.start - other.start);
}

/** With the words that make it a first day; undefined where they are not known. */
function ledIn(text: string, found: Found, locale: string): Found | undefined {
  if (found.role !== 'start') return found;
  const { before = [], behind = [] } = LEADS[languageOf(locale)] ?? {};
  const ahead = text.slice(0, found.start).toLowerCase();
  const lead = before
    .flatMap((word) => [`${word} `, ...(isHan(word) ? [word] : [])])
    .filter((word) => ahead === word || ahead.endsWith(isHan(word) ? word : ` ${word}`))
    .toSorted((one, other) => other.length - one.length)[0];
  const tail = behind.find((word) => text.startsWith(word, found.end));
  if (lead === undefined && tail === undefined) return undefined;
  return { ...found, start: found.start - (lead?.length ?? 0), end: found.end + (tail?.length ?? 0) };
}

const isHan = (word: string): boolean => /^\p{Script=Han}/u.test(word);

/** Their stretches of the text; those that stand close together as one. */
function runsOf(text: string, found: readonly Found[]): readonly string[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = runs.at(-1);
    const isClose =
      last !== undefined &&
      start - last.end <= BETWEEN &&
      !/[.!?;:。！？；]/u.test(text.slice(last.end, start));
    if (last !== undefined && isClose) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => text.slice(start, end));
}

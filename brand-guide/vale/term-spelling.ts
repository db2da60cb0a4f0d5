/** Spells out what a term's pattern can match, so that messages name a word and not a pattern. */
import { sameLetters } from './matcher.ts';

const MOST = 64;

interface Reader {
  readonly text: string;
  at: number;
}

/** Each way to write one after the other; undefined past what is sensible. */
function crossed(some: readonly string[], others: readonly string[]): string[] | undefined {
  if (some.length * others.length > MOST) return undefined;
  return some.flatMap((one) => others.map((other) => one + other));
}

function groupOf(reader: Reader): string[] | undefined {
  reader.at++;
  if (reader.text.startsWith('?:', reader.at)) reader.at += 2;
  else if (reader.text.charAt(reader.at) === '?') return undefined;
  const inner = branchesOf(reader);
  if (reader.text.charAt(reader.at) !== ')') return undefined;
  reader.at++;
  return inner;
}

function atomOf(reader: Reader): string[] | undefined {
  const mark = reader.text.charAt(reader.at);
  if (mark === '(') return groupOf(reader);
  if ('[]{}.*+^$?'.includes(mark)) return undefined;
  if (mark !== '\\') {
    const point = String.fromCodePoint(reader.text.codePointAt(reader.at) ?? 0);
    reader.at += point.length;
    return [point];
  }
  const escaped = reader.text.charAt(reader.at + 1);
  reader.at += 2;
  return escaped === '' || /[\p{L}\p{N}]/u.test(escaped) ? undefined : [escaped];
}

function sequenceOf(reader: Reader): string[] | undefined {
  let found: string[] | undefined = [''];
  while (reader.at < reader.text.length && !'|)'.includes(reader.text.charAt(reader.at))) {
    let atom = atomOf(reader);
    if (!atom || !found) return undefined;
    const next = reader.text.charAt(reader.at);
    if (next === '?') {
      atom = [...atom, ''];
      reader.at++;
    } else if (next !== '' && '*+{'.includes(next)) return undefined;
    found = crossed(found, atom);
  }
  return found;
}

function branchesOf(reader: Reader): string[] | undefined {
  const found: string[] = [];
  for (;;) {
    const branch = sequenceOf(reader);
    if (!branch) return undefined;
    found.push(...branch);
    if (reader.text.charAt(reader.at) !== '|') return found;
    reader.at++;
  }
}

const spellings = new Map<string, readonly string[]>();

function spellingsOf(term: string): readonly string[] {
  const known = spellings.get(term);
  if (known) return known;
  const reader: Reader = { text: term, at: 0 };
  const found = branchesOf(reader);
  const all = found && reader.at === term.length ? found : [];
  if (spellings.size > 5000) spellings.clear();
  spellings.set(term, all);
  return all;
}

/** The spelling of the term that the text is but for its case; the term itself where none is. */
export function canonicalSpelling(term: string, observed: string): string {
  return spellingsOf(term).find((spelling) => sameLetters(spelling, observed)) ?? term;
}

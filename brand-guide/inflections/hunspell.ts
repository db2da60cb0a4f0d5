/** Reads the two texts of a Hunspell dictionary: which endings and beginnings there are, and which words take them. */

/** The texts of an .aff and a .dic file, in UTF-8. */
export interface Hunspell {
  readonly aff: string;
  readonly dic: string;
}

export interface Affix {
  readonly flag: string;
  readonly kind: 'prefix' | 'suffix';
  /** Whether a prefix and a suffix may both stand. */
  readonly crosses: boolean;
  readonly strip: string;
  readonly add: string;
  readonly fits: (word: string) => boolean;
  /** Flags of affixes that may follow this one. */
  readonly next: readonly string[];
}

export interface Affixes {
  readonly byFlag: ReadonlyMap<string, readonly Affix[]>;
  readonly flagsOf: (text: string) => readonly string[];
  /** A stem with it is no word of its own. */
  readonly needsAffix: string | undefined;
  readonly forbidden: string | undefined;
}

type FlagType = 'one' | 'long' | 'num';

function splitFlags(text: string, type: FlagType): string[] {
  if (type === 'num') return text.split(',');
  return text.match(type === 'long' ? /../gsu : /./gsu) ?? [];
}

/** A flag or, where the file numbers sets of them (AF), the number of a set. */
function flagReader(lines: readonly (readonly string[])[]): (text: string) => readonly string[] {
  const named = lines.find(([key]) => key === 'FLAG')?.[1];
  const type: FlagType = named === 'long' || named === 'num' ? named : 'one';
  const sets = lines.filter(([key]) => key === 'AF').slice(1);
  return (text) => {
    const set = sets.length > 0 && /^\d+$/u.test(text) ? sets[Number(text) - 1]?.[1] : text;
    return splitFlags(set ?? '', type);
  };
}

function escaped(condition: string): string {
  return condition.replaceAll(/[\\$(){}*+?|/]/gu, String.raw`\$&`);
}

function fitting(condition: string, kind: Affix['kind']): (word: string) => boolean {
  if (condition === '.' || condition === '') return () => true;
  const pattern = new RegExp(kind === 'suffix' ? `${escaped(condition)}$` : `^${escaped(condition)}`, 'u');
  return (word) => pattern.test(word);
}

const none = (text: string): string => (text === '0' ? '' : text);

function affixOf(
  [key, flag = '', strip = '', added = '', condition = '.']: readonly string[],
  crosses: boolean,
  flagsOf: (text: string) => readonly string[],
): Affix {
  const kind = key === 'PFX' ? 'prefix' : 'suffix';
  const [add = '', flags] = added.split('/');
  const next = flags === undefined ? [] : flagsOf(flags);
  return { flag, kind, crosses, strip: none(strip), add: none(add), fits: fitting(condition, kind), next };
}

/** Throws a TypeError for an .aff text whose conditions do not compile. */
export function affixesOf(aff: string): Affixes {
  const lines = aff.split(/\r?\n/u).map((line) => line.trim().split(/\s+/u));
  const flagsOf = flagReader(lines);
  const byFlag = new Map<string, Affix[]>();
  const crossing = new Map<string, boolean>();
  for (const line of lines) {
    const [key = '', flag = '', third = '', fourth] = line;
    if (key !== 'SFX' && key !== 'PFX') continue;
    const isHeader =
      (third === 'Y' || third === 'N') && /^\d+$/u.test(fourth ?? '') && !crossing.has(key + flag);
    if (isHeader) crossing.set(key + flag, third === 'Y');
    else
      byFlag.set(flag, [
        ...(byFlag.get(flag) ?? []),
        affixOf(line, crossing.get(key + flag) ?? false, flagsOf),
      ]);
  }
  const valueOf = (key: string) => lines.find((line) => line[0] === key)?.[1];
  return { byFlag, flagsOf, needsAffix: valueOf('NEEDAFFIX'), forbidden: valueOf('FORBIDDENWORD') };
}

/** The stem and the flags of one line; what stands behind white space is about grammar. A slash may be escaped. */
function entryOf(line: string): readonly [stem: string, flags: string] {
  const gap = line.search(/\s/u);
  const entry = gap < 0 ? line : line.slice(0, gap);
  let slash = entry.indexOf('/');
  while (slash > 0 && entry.charAt(slash - 1) === '\\') slash = entry.indexOf('/', slash + 1);
  return slash < 0 ? [entry, ''] : [entry.slice(0, slash), entry.slice(slash + 1)];
}

/** Stems with their flags as written; a stem that stands twice has both. The first line is a count. */
export function stemsOf(dic: string): Map<string, string[]> {
  const stems = new Map<string, string[]>();
  for (let from = dic.indexOf('\n') + 1; from > 0 && from < dic.length;) {
    const end = dic.indexOf('\n', from);
    const [stem, flags] = entryOf(dic.slice(from, end < 0 ? dic.length : end));
    from = end < 0 ? dic.length : end + 1;
    const known = stems.get(stem);
    if (known) known.push(flags);
    else if (stem !== '') stems.set(stem, [flags]);
  }
  return stems;
}

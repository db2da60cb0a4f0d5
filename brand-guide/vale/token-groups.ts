/** Counts the groups of a pattern, and takes them away. */

interface Group {
  readonly at: number;
  readonly captures: boolean;
}

/** Every group that opens outside character classes. */
function* groupsIn(pattern: string): Iterable<Group> {
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const mark = pattern.charAt(at);
    if (mark === '\\') at++;
    else if (mark === '[') inClass = true;
    else if (mark === ']') inClass = false;
    else if (mark === '(' && !inClass)
      yield {
        at,
        captures: !pattern.startsWith('(?', at) || /^\(\?P?<(?![=!])/u.test(pattern.slice(at, at + 5)),
      };
  }
}

export function countGroups(pattern: string): number {
  return [...groupsIn(pattern)].filter(({ captures }) => captures).length;
}

/** Makes plain groups take no part in the numbering. Named ones stay. */
export function withoutGroups(pattern: string): string {
  return pattern.replaceAll(/(?<!\\)\((?!\?)/gu, '(?:');
}

/** Fills a rule's message in as Go's formatter does: `%s` in order, `%[2]s` by number, what is missing said in place. */

const VERB = /%(?:\[(\d+)\])?([a-zA-Z%])/gu;

/** What Go prints for a value under a verb that is not made for it. */
function printed(verb: string, value: string): string {
  if (verb === 's' || verb === 'v') return value;
  if (verb === 'q') return JSON.stringify(value);
  return `%!${verb}(string=${value})`;
}

/** One more argument, an empty one, closes the list: Vale takes it that way, so a message may name fewer than there are. */
export function fillMessage(message: string, values: readonly string[]): string {
  let next = 0;
  const args = [...values, ''];
  const filled = message.replace(VERB, (_, number: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    if (number !== undefined) next = Number(number) - 1;
    const value = args[next++];
    if (value !== undefined) return printed(verb, value);
    return number === undefined ? `%!${verb}(MISSING)` : `%!${verb}(BADINDEX)`;
  });
  return filled.replaceAll('\n', ' ');
}

/** `'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`. */
export function sayChoices(words: readonly string[]): string {
  const quoted = words.map((word) => `'${word}'`);
  if (quoted.length < 3) return quoted.join(' or ');
  return `${quoted.slice(0, -1).join(', ')}, or ${quoted.at(-1) ?? ''}`;
}

/** Where the texts that are put in carry quotes of their own, the message drops its first pair. */
export function withoutDoubleQuotes(message: string): string {
  const twice = (spec: string): boolean => message.split(spec).length === 3;
  let result = message;
  for (const spec of ["'%s'", '"%s"']) if (twice(spec)) result = result.replace(spec, '%s');
  return result;
}

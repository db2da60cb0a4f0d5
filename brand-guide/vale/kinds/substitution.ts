/** `substitution`: one text in the place of another. */
import { applyAction } from '../actions.ts';
import { exceptionsOf, termPattern } from '../exceptions.ts';
import type { KindOf } from '../kind.ts';
import { framed, longestFirst, matcherOf } from '../matcher.ts';
import { capitalized, matchCase } from '../match-case.ts';
import { fillMessage, sayChoices, withoutDoubleQuotes } from '../messages.ts';
import { flagField, pairsField } from '../rule-fields.ts';
import { withoutGroups } from '../token-groups.ts';
import { canonicalSpelling } from '../term-spelling.ts';
import type { CompileContext, Found, RuleHead } from '../types.ts';
import type { Pattern } from '../../pattern/pattern.ts';

/** `|` parts the choices of a replacement; `\|` is a bar. */
function choicesOf(use: string): string[] {
  return use
    .split(/(?<!\\)\|/u)
    .filter((choice) => choice !== '')
    .map((choice) => choice.replaceAll('\\|', '|'));
}

const PLAIN = /^[\p{L}\p{Nd} -]*$/u;

/** Whether what was found already is what is asked for; without a `replace` action that may be a pattern. */
function isRight(use: string, observed: string, context: CompileContext, terms: boolean): boolean {
  if (PLAIN.test(use)) return use === observed;
  try {
    return matcherOf(`^(?:${terms ? termPattern(use) : use})$`, context).test(observed);
  } catch {
    return use === observed;
  }
}

/** Puts the groups of the rule's key into a replacement that asks for them by number. */
function expandedUse(use: string, key: Pattern, observed: string): string {
  if (!/\$\d/u.test(use)) return use;
  for (const { groups, start, end } of key.matches(observed)) {
    const filled = use.replace(/\$(\d+)/gu, (_, number: string) => {
      const group = groups[Number(number)];
      return group ? observed.slice(group.start, group.end) : '';
    });
    return observed.slice(0, start) + filled + observed.slice(end);
  }
  return use;
}

interface Swap {
  readonly use: string;
  readonly key: Pattern | undefined;
}

/** What a rule says of one text that it found. */
function told(
  head: RuleHead,
  swap: Swap,
  observed: string,
  capitalize: boolean,
): Omit<Found, 'range' | 'match'> {
  const cased = (text: string): string =>
    capitalize && observed === capitalized(observed) ? capitalized(text) : text;
  const expected = cased(swap.key ? expandedUse(swap.use, swap.key, observed) : swap.use);
  if (head.action?.name !== 'replace') {
    const { action, suggestions } = applyAction(head, observed, []);
    return {
      message: fillMessage(head.message, [canonicalSpelling(expected, observed), observed]),
      ...(action && { action }),
      ...(suggestions && { suggestions }),
    };
  }
  if (head.action.params.length > 0) {
    return { ...applyAction(head, observed, []), message: fillMessage(head.message, [expected, observed]) };
  }
  const choices = choicesOf(expected).map(cased);
  const params = head.matchCase ? choices.map((choice) => matchCase(choice, observed)) : choices;
  return {
    message: fillMessage(withoutDoubleQuotes(head.message), [sayChoices(params), observed]),
    action: { name: 'replace', params },
    suggestions: params,
  };
}

export const substitution: KindOf = (fields, head, context) => {
  const swaps = new Map(pairsField(fields, 'swap'));
  const keys = longestFirst([...swaps.keys()]);
  const ignoreCase = flagField(fields, 'ignorecase') ? '(?i)' : '';
  const exceptions = exceptionsOf(fields, context, flagField(fields, 'vocab', true));
  const tokens = keys.map((key) => `(${withoutGroups(key)})`).join('|');
  const source = ignoreCase + framed(tokens, !flagField(fields, 'nonword'), context.wordTemplate);
  const capitalize = flagField(fields, 'capitalize');
  const list = keys.map((key): Swap => {
    const use = swaps.get(key) ?? '';
    return { use, key: /\$\d/u.test(use) ? matcherOf(ignoreCase + key, context) : undefined };
  });
  const right = (use: string, observed: string): boolean =>
    head.action?.name === 'replace'
      ? choicesOf(use).includes(observed)
      : isRight(use, observed, context, head.name.endsWith('.Terms'));
  return {
    patterns: keys.length > 0 ? [source] : [],
    always: false,
    *run({ text }, _, hits) {
      for (const { groups } of hits(0)) {
        const at = groups.findIndex((group, number) => number > 0 && group !== undefined);
        const range = groups[at];
        const swap = list[at - 1];
        if (!range || !swap) continue;
        const match = text.slice(range.start, range.end);
        if (right(swap.key ? expandedUse(swap.use, swap.key, match) : swap.use, match)) continue;
        if (exceptions.holds(match) || exceptions.covers(text, range)) continue;
        yield {
          range: { start: range.start, end: range.end },
          match,
          ...told(head, swap, match, capitalize),
        };
      }
    },
  };
};

/** The steps of an `edit` action, one after the other. */
import { matcherOf } from './matcher.ts';
import { capitalized, uncapitalized } from './match-case.ts';
import { plainLetters, straightened, typographic } from './typography.ts';
import { numberInDigits, numberInWords } from './number-words.ts';
import { sentenceCase } from './sentence-case.ts';
import { titleCase } from './title-case.ts';
import { camelWords, kebabWords, pascalWords, simpleWords, snakeWords } from './word-forms.ts';
import { BadValue } from './types.ts';

type Step = (text: string, first: string, second: string) => string | undefined;

function trimmed(text: string, marks: string, left: boolean, right: boolean): string {
  const set = new Set(marks);
  const points = [...text];
  let start = 0;
  let end = points.length;
  if (left) while (start < end && set.has(points[start] ?? '')) start++;
  if (right) while (end > start && set.has(points[end - 1] ?? '')) end--;
  return points.slice(start, end).join('');
}

function rewritten(text: string, pattern: string, use: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, groups } of matcherOf(pattern).matches(text)) {
    const filled = use.replaceAll(/\$(\d+)/gu, (_, number: string) => {
      const group = groups[Number(number)];
      return group ? text.slice(group.start, group.end) : '';
    });
    result += text.slice(at, start) + filled;
    at = end;
  }
  return result + text.slice(at);
}

function unwrapped(text: string, mark: string): string {
  const inner = text.startsWith(mark) ? text.slice(mark.length) : text;
  return inner.endsWith(mark) ? inner.slice(0, inner.length - mark.length) : inner;
}

/** By name; the arity is how many values a step takes. */
const STEPS: Readonly<Record<string, readonly [arity: number, step: Step]>> = {
  replace: [2, (text, find, use) => text.replaceAll(find, () => use)],
  remove: [1, (text, marks) => [...text].filter((point) => !marks.includes(point)).join('')],
  regex: [2, rewritten],
  trim_right: [1, (text, marks) => trimmed(text, marks, false, true)],
  trim_left: [1, (text, marks) => trimmed(text, marks, true, false)],
  trim: [1, (text, marks) => trimmed(text, marks, true, true)],
  truncate: [1, (text, mark) => text.split(mark)[0]],
  split: [2, (text, mark, index) => text.split(mark)[Number(index)]],
  wrap: [1, (text, mark) => mark + text + mark],
  unwrap: [1, unwrapped],
  prefix: [1, (text, mark) => mark + text],
  suffix: [1, (text, mark) => text + mark],
  squeeze: [0, (text) => text.replaceAll(/\s+/gu, ' ')],
  capitalize: [0, capitalized],
  uncapitalize: [0, uncapitalized],
  smart: [0, typographic],
  dumb: [0, straightened],
  ascii: [0, plainLetters],
  words: [0, numberInWords],
  digits: [0, numberInDigits],
  lower: [0, (text) => text.toLowerCase()],
  upper: [0, (text) => text.toUpperCase()],
  title: [0, (text) => titleCase(text)],
  sentence: [0, (text) => sentenceCase(text)],
  simple: [0, simpleWords],
  kebab: [0, kebabWords],
  snake: [0, snakeWords],
  camel: [0, camelWords],
  pascal: [0, pascalWords],
};

/** A flat list as steps, each with its values. @throws BadValue for a step that does not exist or lacks a value. */
export function editSteps(params: readonly string[]): (readonly [name: string, ...values: string[]])[] {
  const steps: [string, ...string[]][] = [];
  for (let at = 0; at < params.length;) {
    const name = params[at] ?? '';
    const arity = STEPS[name]?.[0];
    if (arity === undefined) throw new BadValue('action', `unknown edit '${name}'`);
    if (at + arity >= params.length)
      throw new BadValue('action', `the edit '${name}' expects ${arity} values`);
    steps.push([name, ...params.slice(at + 1, at + 1 + arity)]);
    at += 1 + arity;
  }
  if (steps.length === 0) throw new BadValue('action', "the action 'edit' expects a step");
  return steps;
}

/** Undefined where the step has nothing to give, such as a part that the text does not have. */
export function runStep(text: string, name: string, values: readonly string[]): string | undefined {
  return STEPS[name]?.[1](text, values[0] ?? '', values[1] ?? '');
}

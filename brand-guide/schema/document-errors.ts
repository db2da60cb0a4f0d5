/** Says in plain words what a validator found: the place, what stands there and what was expected. */
import type { ErrorObject } from 'ajv';
import type { LocalProblem, Path } from './document-problem.ts';
import { nearMiss } from './near-miss.ts';

/** A validator that ajv compiled with `allErrors` and `verbose`. */
export interface Validator {
  (data: unknown): boolean;
  errors?: null | ErrorObject[];
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'named fields',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'nothing',
};

function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'named fields';
  const shown = JSON.stringify(value);
  const short = shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
  if (typeof value === 'string') return value === '' ? 'empty text' : `the text ${short}`;
  return typeof value === 'number' ? `the number ${short}` : short;
}

function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

function meaning(error: ErrorObject): string {
  const description: unknown = error.parentSchema?.['description'];
  const text = typeof description === 'string' ? description.replace(/\.$/u, '') : '';
  return text && text[0] ? text[0].toLowerCase() + text.slice(1) : (error.message ?? 'something else');
}

function oneOf(words: readonly unknown[]): string {
  return words.map((word) => `\`${String(word)}\``).join(', ');
}

function didYouMean(word: unknown, known: readonly string[]): string {
  const near = typeof word === 'string' ? nearMiss(word, known) : undefined;
  return near === undefined ? '' : `; did you mean \`${near}\`?`;
}

function namesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function unknownField(error: ErrorObject): LocalProblem {
  const field = String(error.params['additionalProperty']);
  const known = namesOf(error.parentSchema?.['properties']);
  const near = didYouMean(field, known) || `; expected one of ${oneOf(known)}`;
  return {
    path: [...pathOf(error.instancePath), field],
    key: true,
    message: `found the unknown field \`${field}\`${near}`,
  };
}

function allowedValues(error: ErrorObject): string[] {
  const values: unknown = error.params['allowedValues'];
  return Array.isArray(values) ? values.filter((value) => value !== null).map(String) : [];
}

/** A key that its mapping does not allow, such as a channel that does not exist. */
function badKey(error: ErrorObject): LocalProblem {
  const key = String(error.propertyName);
  const allowed = allowedValues(error);
  const expected = allowed.length > 0 ? `expected one of ${oneOf(allowed)}` : `expected ${meaning(error)}`;
  const near = didYouMean(key, allowed) || `; ${expected}`;
  return { path: [...pathOf(error.instancePath), key], key: true, message: `found \`${key}\`${near}` };
}

/** Null, where it is allowed, only takes away: it is not what a person is told to write. */
function typeOf({ params }: ErrorObject): string {
  const type: unknown = params['type'];
  return Array.isArray(type) ? type.filter((one) => one !== 'null').join() : String(type);
}

function expectedOf(error: ErrorObject): string {
  const { keyword, params } = error;
  if (keyword === 'type') return `expected ${TYPE_NAMES[typeOf(error)] ?? meaning(error)}`;
  if (keyword === 'enum')
    return `expected one of ${oneOf(allowedValues(error))}${didYouMean(error.data, allowedValues(error))}`;
  if (keyword === 'const') return `expected \`${String(params['allowedValue'])}\``;
  if (keyword === 'minimum' || keyword === 'maximum')
    return `expected a number ${String(params['comparison'])} ${String(params['limit'])}`;
  return `expected ${meaning(error)}`;
}

function describe(error: ErrorObject): LocalProblem {
  if (error.propertyName !== undefined) return badKey(error);
  if (error.keyword === 'additionalProperties') return unknownField(error);
  const path = pathOf(error.instancePath);
  if (error.keyword === 'required')
    return { path, message: `the field \`${String(error.params['missingProperty'])}\` is missing` };
  return { path, message: `found ${found(error.data)}, ${expectedOf(error)}` };
}

/** A choice is told by its most precise complaint, and by its own only where no branch got further. */
function withoutBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = new Set(errors.filter((one) => one.keyword === 'anyOf').map((one) => one.instancePath));
  const telling = errors.filter(
    (one) =>
      one.keyword !== 'anyOf' &&
      !(choices.has(one.instancePath) && ['type', 'const', 'enum'].includes(one.keyword)),
  );
  const settled = (path: string) =>
    telling.some((one) => one.instancePath === path || one.instancePath.startsWith(`${path}/`));
  return errors.filter(
    (one) => telling.includes(one) || (one.keyword === 'anyOf' && !settled(one.instancePath)),
  );
}

const MOST = 50;

export function describeErrors(errors: readonly ErrorObject[]): LocalProblem[] {
  const own = errors.filter((one) => one.keyword !== 'if' && one.keyword !== 'propertyNames');
  const seen = new Map<string, LocalProblem>();
  for (const problem of withoutBranches(own.slice(0, MOST * 4)).map(describe)) {
    seen.set(`${problem.path.join('/')} ${problem.message}`, problem);
  }
  return [...seen.values()].slice(0, MOST);
}

/** Lays a rule over the rule that its `extends` names: `key` replaces, `key+` adds, `key-` takes away. */
import { BadValue } from './types.ts';
import type { RuleValue } from './types.ts';
import type { RuleSource } from './rule-of-value.ts';

type Written = { readonly [key: string]: RuleValue };

const DEEPEST = 10;

/** Finds a rule by its name, such as `Google.Will`. */
export type RuleFinder = (name: string) => RuleSource | undefined;

function isMapValue(value: RuleValue | undefined): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const sameValue = (a: RuleValue, b: RuleValue): boolean => JSON.stringify(a) === JSON.stringify(b);

function without(key: string, from: readonly RuleValue[], taken: readonly RuleValue[]): RuleValue {
  const left = [...from];
  for (const one of taken) {
    const at = left.findIndex((other) => sameValue(one, other));
    if (at < 0) throw new BadValue(key, `'${key}': the parent has no entry ${JSON.stringify(one)} to remove`);
    left.splice(at, 1);
  }
  return left;
}

function edited(key: string, from: RuleValue | undefined, by: RuleValue): RuleValue {
  const adds = key.endsWith('+');
  if (Array.isArray(from)) {
    if (!Array.isArray(by)) throw new BadValue(key, `'${key}' expects a list`);
    return adds ? [...from, ...by] : without(key, from, by);
  }
  if (!isMapValue(from)) throw new BadValue(key, `'${key}': the parent has no list or pairs of that name`);
  if (adds) {
    if (!isMapValue(by)) throw new BadValue(key, `'${key}' expects pairs`);
    return { ...from, ...by };
  }
  if (!Array.isArray(by)) throw new BadValue(key, `'${key}' expects a list of keys to remove`);
  const missing = by.find((one) => typeof one !== 'string' || !(one in from));
  if (missing !== undefined)
    throw new BadValue(key, `'${key}': the parent has no entry ${JSON.stringify(missing)} to remove`);
  return Object.fromEntries(Object.entries(from).filter(([name]) => !by.includes(name)));
}

function lowered(value: Written): Written {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]));
}

function laidOver(parent: Written, child: Written): Written {
  const result: Record<string, RuleValue> = { ...parent };
  for (const [key, value] of Object.entries(child)) {
    const base = key.replace(/[+-]+$/u, '');
    if (base === key) {
      if (key !== 'extends') result[key] = value;
    } else if (base in child)
      throw new BadValue(key, `'${key}' both replaces '${base}' and edits it; pick one`);
    else result[base] = edited(key, result[base], value);
  }
  return result;
}

/** The rule with everything it inherits; its `extends` is then a kind. @throws BadValue */
export function flattened(source: RuleSource, find: RuleFinder, seen: readonly string[] = []): Written {
  const value = lowered(source.value);
  const parent = value.extends;
  if (typeof parent !== 'string' || !parent.includes('.')) {
    const edit = Object.keys(value).find((key) => /[+-]$/u.test(key));
    if (edit !== undefined)
      throw new BadValue(
        edit,
        `'${edit}' needs a parent: only a rule that extends another rule can use '+' or '-'`,
      );
    return value;
  }
  if (seen.includes(parent) || seen.length >= DEEPEST)
    throw new BadValue('extends', `'${parent}' is already in this chain of rules`);
  const found = find(parent);
  if (!found) throw new BadValue('extends', `no rule '${parent}'`);
  const { tests: _, ...inherited } = flattened(found, find, [...seen, parent]);
  return laidOver(inherited, value);
}

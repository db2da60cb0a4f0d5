/** Makes one rule ready from what its author wrote, or says what is wrong with it. */
import { readPattern } from '../pattern/compile.ts';
import { nearMiss } from '../schema/near-miss.ts';
import type { Severity } from '../engine/types.ts';
import { SEVERITIES } from '../engine/types.ts';
import { actionOf } from './actions.ts';
import { flattened } from './inherit.ts';
import type { RuleFinder } from './inherit.ts';
import { kinds, skippedKinds } from './kinds/registry.ts';
import { GRADE_NAMES } from './text-metrics.ts';
import { fieldsOf, flagField, listField, numberField, textField } from './rule-fields.ts';
import type { RuleFields } from './rule-fields.ts';
import ruleKeys from './rule-keys.json' with { type: 'json' };
import type { RulePlace, RuleSource } from './rule-of-value.ts';
import { BadPattern, BadValue } from './types.ts';
import type { CompileContext, CompiledRule, Fault, RuleHead, RuleValue } from './types.ts';

/** A rule that is ready, was skipped with a reason, or is at fault; with remarks that keep nothing from running. */
export interface CompiledSource {
  readonly rule?: CompiledRule;
  readonly skipped?: Fault;
  readonly fault?: Fault;
  readonly remarks: readonly Fault[];
  /** The rule's place for a pattern of it that no engine takes. */
  readonly refusal: (error: BadPattern) => Fault;
}

const KEYS: Readonly<Record<string, readonly string[]>> = ruleKeys;
const KINDS = [...kinds.keys(), ...skippedKinds];

function isSeverity(word: string): word is Severity {
  return SEVERITIES.some((severity) => severity === word);
}

/** A measurement is of the whole text, unless the rule names blocks. */
function scopeOf(kind: string, fields: RuleFields): string[] {
  const written = listField(fields, 'scope').filter((scope) => scope !== '');
  const measures = kind === 'metric' || kind === 'readability';
  if (!measures) return written.length > 0 ? written : ['text'];
  const whole = written.length === 0 || (written.length === 1 && written[0] === 'text');
  const unknown = listField(fields, 'metrics').some((name) => !GRADE_NAMES.includes(name));
  if (unknown && written.length === 0) return ['text'];
  return whole && !unknown ? ['summary'] : written;
}

function headOf(name: string, kind: string, fields: RuleFields, level: Severity | undefined): RuleHead {
  const own = textField(fields, 'level');
  if (own !== '' && !isSeverity(own))
    throw new BadValue('level', `'level' expects ${SEVERITIES.join(', ')}; found '${own}'`);
  if (!fields.has('message')) throw new BadValue('message', "the required 'message' is missing");
  if (flagField(fields, 'code')) throw new BadValue('code', "'code' is no longer read; write 'scope: raw'");
  return {
    name,
    extends: kind,
    level: level ?? (isSeverity(own) ? own : 'warning'),
    message: textField(fields, 'message'),
    link: textField(fields, 'link'),
    limit: numberField(fields, 'limit'),
    scope: scopeOf(kind, fields),
    action: actionOf(fields),
    matchCase: flagField(fields, 'matchcase'),
  };
}

function kindOf(fields: RuleFields): string {
  const kind = textField(fields, 'extends');
  if (kind === '') throw new BadValue('extends', "the required 'extends' is missing");
  if (KINDS.includes(kind)) return kind;
  const near = nearMiss(kind, KINDS);
  throw new BadValue(
    'extends',
    `'extends' knows no kind '${kind}'${near ? `; did you mean '${near}'?` : ''}`,
  );
}

function unknownKeys(
  kind: string,
  fields: RuleFields,
  fault: (key: string, message: string) => Fault,
): Fault[] {
  const known = [...(KEYS['common'] ?? []), ...(KEYS[kind] ?? [])];
  return [...fields.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => {
      const near = nearMiss(key, known);
      return fault(key, `'${key}' is no key of '${kind}'${near ? `; did you mean '${near}'?` : ''}`);
    });
}

const PATTERN_KEYS = [
  'tokens',
  'swap',
  'exceptions',
  'raw',
  'token',
  'first',
  'second',
  'either',
  'match',
  'filters',
];

/** Where the text stands that does not compile by itself; else where the rule's patterns do. */
function placeOfPattern(source: RuleSource): RulePlace {
  const written = new Map(Object.entries(source.value).map(([key, value]) => [key.toLowerCase(), value]));
  const keys = PATTERN_KEYS.filter((key) => written.has(key));
  for (const text of keys.flatMap((key) => textsIn(written.get(key)))) {
    const place = 'ok' in readPattern(text, { dialect: 'vale' }) ? source.placeOfText(text) : undefined;
    if (place) return place;
  }
  return source.placeOf(keys[0] ?? 'extends');
}

function textsIn(value: RuleValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one: RuleValue) => textsIn(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
}

function faultOf(source: RuleSource, error: unknown): Fault {
  const { path } = source;
  if (error instanceof BadValue) return { path, ...source.placeOf(error.key), message: error.message };
  if (error instanceof BadPattern)
    return { path, ...placeOfPattern(source), message: `the pattern is not taken: ${error.message}` };
  throw error;
}

export interface RuleSettings {
  readonly name: string;
  readonly level?: Severity | undefined;
  /** Scalar keys that the configuration sets, such as `Style.Rule[max] = 3`. */
  readonly params?: Readonly<Record<string, string>> | undefined;
}

export function compileRule(
  source: RuleSource,
  { name, level, params }: RuleSettings,
  context: CompileContext,
  find: RuleFinder,
): CompiledSource {
  const remarks: Fault[] = [];
  const refusal = (error: BadPattern): Fault => faultOf(source, error);
  try {
    const fields = fieldsOf({ ...flattened(source, find), ...params });
    const kind = kindOf(fields);
    const told = (key: string, message: string): Fault => ({
      path: source.path,
      ...source.placeOf(key),
      message,
    });
    const selector = listField(fields, 'scope').some((scope) => scope.includes('doc('));
    if (selector)
      return { skipped: told('scope', `${name} is skipped: 'doc(…)' scopes are not read`), remarks, refusal };
    if (skippedKinds.includes(kind))
      return {
        skipped: told('extends', `${name} is skipped: '${kind}' rules are not run`),
        remarks,
        refusal,
      };
    remarks.push(...unknownKeys(kind, fields, told));
    const head = headOf(name, kind, fields, level);
    const ready = kinds.get(kind)?.(fields, head, context);
    return ready ? { rule: { head, ...ready }, remarks, refusal } : { remarks, refusal };
  } catch (error) {
    return { fault: faultOf(source, error), remarks, refusal };
  }
}

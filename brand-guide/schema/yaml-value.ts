/** Reads YAML (core schema) by the faster of two parsers, where it can stand in for the other: without places. */
import { CORE_SCHEMA, defineMappingTag, load, YAMLException } from 'js-yaml';

const PROTO = '__proto__';

/** Keys are text: what another parser would make of others is its own affair. */
const textKeys = defineMappingTag<Record<string, unknown>>('tag:yaml.org,2002:map', {
  create: () => ({}),
  addPair: (fields, key, value) => {
    if (typeof key !== 'string' || key === PROTO) return 'a key is text';
    fields[key] = value;
    return '';
  },
  has: (fields, key) => typeof key === 'string' && Object.hasOwn(fields, key),
  keys: (fields) => Object.keys(fields),
  get: (fields, key) => (typeof key === 'string' ? fields[key] : undefined),
  identify: () => false,
});

const SCHEMA = CORE_SCHEMA.withTags(textKeys);

/** Directives, tags, further documents and lone carriage returns, which the parsers read in their own ways. */
const UNUSUAL = /^%|^---|^\.\.\.|(?:^|[\s[{,])!|\r(?!\n)/mu;

/** An alias may expand to any amount of data: whoever reads one counts it. */
const ALIASES = 0;

/** Named fields, or undefined for what the other parser has to read: anything unusual, and anything wrong. */
export function yamlValue(source: string): object | undefined {
  if (UNUSUAL.test(source)) return undefined;
  try {
    const value = load(source, { schema: SCHEMA, maxAliases: ALIASES });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Rows of a table of fields from JSON Schemas: what each is called, what it takes, what it says. */
import { posix } from 'node:path';

const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a `$ref` names, with the file that it stands in; a description beside it goes over the target's. */
export function follow(schemas, schema, file) {
  if (typeof schema.$ref !== 'string') return [schema, file];
  const [path, pointer] = schema.$ref.split('#/$defs/');
  const target = path === '' ? file : posix.join(posix.dirname(file), path);
  const root = schemas.get(target);
  const [found, at] = follow(schemas, pointer === undefined ? root : root.$defs[pointer], target);
  return [{ ...found, description: schema.description ?? found.description }, at];
}

const without = (list) => list.filter((one) => one !== null && one !== 'null');

/** Such as `text`, `list`, `one of …`; null, which only removes, is left out. */
function kindOf(schema) {
  if (schema.enum)
    return without(schema.enum)
      .map((word) => `\`${word}\``)
      .join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.anyOf)
    return without(schema.anyOf.map((one) => (one.type === 'null' ? null : kindOf(one)))).join(' or ');
  const types = {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    array: 'list',
    object: 'fields',
  };
  return without([schema.type ?? 'any'].flat())
    .map((type) => types[type] ?? type)
    .join(' or ');
}

/** Fields that only a whole document must have: an overlay, or one that extends another, may leave them out. */
export function* wholeFields(schema, path) {
  for (const name of schema.required ?? []) yield `${path}.${name}`;
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    if (isPlain(child)) yield* wholeFields(child, path === '' ? name : `${path}.${name}`);
  if (isPlain(schema.items)) yield* wholeFields(schema.items, `${path}[]`);
  if (isPlain(schema.additionalProperties)) yield* wholeFields(schema.additionalProperties, `${path}.*`);
}

export const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const DEEPEST = 5;

/**
 * A row for each field below; `[]` stands for an item, `*` for a name that people choose.
 * @param about `schemas` by file; `whole` are fields required although their schema does not say so; `elsewhere` names by
 * `$ref` the field that has its rows already.
 */
export function* rowsOf(about, given, start, path, depth = 0) {
  const { schemas, whole = new Set(), elsewhere = {} } = about;
  const [schema, file] = follow(schemas, given, start);
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const [field, at] = follow(schemas, child, file);
    const here = path === '' ? name : `${path}.${name}`;
    const must = schema.required?.includes(name) || whole.has(here) ? ' (required)' : '';
    const known = elsewhere[child.$ref];
    const more = known === undefined || known === here ? '' : ` Its fields are those of \`${known}\`.`;
    yield `| \`${here}\` | ${cell(kindOf(field))}${must} | ${cell(field.description)}${more} |`;
    if (depth < DEEPEST && more === '') yield* rowsOf(about, field, at, here, depth + 1);
  }
  for (const [key, mark] of [
    ['items', '[]'],
    ['additionalProperties', '.*'],
  ])
    if (isPlain(schema[key]) && depth < DEEPEST && elsewhere[schema[key].$ref] === undefined)
      yield* rowsOf(about, schema[key], file, `${path}${mark}`, depth + 1);
}

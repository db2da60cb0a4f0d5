/** The schema describes every field, and agrees with the types field by field. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import { validate } from '../../../brand-guide/schema/guide.schema.generated.js';
import { fullGuide } from './full-guide.ts';

type Plain = Readonly<Record<string, unknown>>;

const FOLDER = new URL('../../../brand-guide/schema/', import.meta.url);
const read = (name: string): Plain => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
const FILES = readdirSync(new URL('sections/', FOLDER)).map((name) => `sections/${name}`);
const SCHEMAS = new Map([...FILES, 'guide.schema.json'].map((name) => [name, read(name)]));

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const plain = (value: unknown): Plain => (isPlain(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Schemas of fields, items and values, wherever they stand; what only narrows another is none. */
function* described(schema: unknown, at: string): Iterable<[string, Plain]> {
  if (!isPlain(schema)) return;
  yield [at, schema];
  for (const [name, child] of Object.entries(plain(schema['properties'])))
    yield* described(child, `${at}.${name}`);
  for (const [name, child] of Object.entries(plain(schema['$defs'])))
    if (!/^(?:whole|noNulls|said)/u.test(name)) yield* described(child, `${at}#${name}`);
  for (const key of ['items', 'additionalProperties', 'propertyNames'])
    yield* described(schema[key], `${at}/${key}`);
  for (const branch of list(schema['anyOf'])) yield* described(branch, `${at}|`);
}

test.each([...SCHEMAS.keys()])('%s describes every field', (name) => {
  const bare = [...described(SCHEMAS.get(name), name)].filter(
    ([, { description }]) => typeof description !== 'string' || !/^\S.+\.$/u.test(description),
  );
  expect(bare.map(([at]) => at)).toEqual([]);
});

function follow(schema: Plain, file: string): [Plain, string] {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return [schema, file];
  const [path = '', pointer] = ref.split('#/$defs/');
  const target = path === '' ? file : new URL(path, new URL(file, FOLDER)).href.slice(FOLDER.href.length);
  const root = plain(SCHEMAS.get(target));
  return follow(pointer === undefined ? root : plain(plain(root['$defs'])[pointer]), target);
}

/** The fields that a schema names and a value leaves out. */
function* unused(given: Plain, start: string, values: readonly unknown[], at: string): Iterable<string> {
  const [schema, file] = follow(given, start);
  for (const [name, child] of Object.entries(plain(schema['properties']))) {
    const inside = values.filter(isPlain).flatMap((value) => (name in value ? [value[name]] : []));
    if (inside.length === 0) yield `${at}.${name}`;
    else yield* unused(plain(child), file, inside, `${at}.${name}`);
  }
  const named = plain(schema['properties']);
  if (isPlain(schema['items'])) yield* unused(schema['items'], file, values.flatMap(list), `${at}[]`);
  if (isPlain(schema['additionalProperties'])) {
    const others = values.filter(isPlain).flatMap((value) => Object.entries(value));
    const inside = others.filter(([name]) => !(name in named)).map(([, value]) => value);
    yield* unused(schema['additionalProperties'], file, inside, `${at}.*`);
  }
}

describe('the types and the schema', () => {
  test('every field of the types is one of the schema', () => {
    const loaded = loadGuide(JSON.stringify(fullGuide));
    expect(loaded).toMatchObject({ ok: true });
    expect([validate(fullGuide), validate.errors]).toEqual([true, null]);
  });

  /** Tokens are DTCG's own, and plain fields to the types. */
  test('every field of the schema is one of the types', () => {
    const overlaid = { ...fullGuide, channels: {}, locales: {}, accounts: {} };
    const found = [...unused(plain(SCHEMAS.get('guide.schema.json')), 'guide.schema.json', [overlaid], '')];
    expect(
      found.filter((path) => !/^\.(?:channels|locales|accounts|color|typography)\./u.test(path)),
    ).toEqual([]);
  });
});

/** Reads a channel's `spec.json` as a ChannelSpec: the compiler checks its shape, this its closed unions. */
import { CHANNEL_IDS, REQUIREMENTS } from '../../brand-guide/engine/channel.ts';
import type {
  ChannelSpec,
  Circumstance,
  Grade,
  LengthClass,
  MentionForm,
  RateLimit,
} from '../../brand-guide/engine/channel.ts';
import { UNITS } from './measure.ts';

/** JSON as TypeScript infers it: literals widened to strings and numbers, tuples to arrays. */
type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Element)[]
        ? readonly Widened<Element>[]
        : T extends object
          ? { readonly [Key in keyof T]: Widened<T[Key]> }
          : T;
export type SpecJson = Widened<ChannelSpec>;

const GRADES: readonly Grade[] = ['official', 'official-quoted', 'secondary', 'convention'];
const CIRCUMSTANCES: readonly Circumstance[] = ['pictures', 'interactive', 'video'];

/** The words that each key may have, wherever in a spec it stands. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  id: CHANNEL_IDS,
  lengthClass: ['micro', 'short', 'long'] satisfies LengthClass[],
  place: ['inline', 'field', 'none'] satisfies ChannelSpec['links']['place'][],
  form: ['@name', '@name.domain', '@name@domain', '@[name](urn)', 'none'] satisfies MentionForm[],
  idempotency: ['exact', 'none'] satisfies ChannelSpec['idempotency'][],
  grade: GRADES,
  when: CIRCUMSTANCES,
  requires: REQUIREMENTS,
  crop: ['first'],
  colorSpace: ['sRGB'],
  delivery: ['url', 'upload'],
  what: [
    'posts',
    'requests',
    'uploads',
    'points',
    'containers',
    'pending posts',
  ] satisfies RateLimit['what'][],
  per: ['account', 'app', 'address', 'chat'] satisfies RateLimit['per'][],
};

/** True where every closed word below `value` is one of its union; `key` is the one that `value` stands under. */
function isClosed(value: unknown, key = ''): boolean {
  if (Array.isArray(value)) return value.every((one) => isClosed(one, key));
  if (typeof value === 'string') return CLOSED[key]?.includes(value) ?? true;
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, one]) => isClosed(one, name));
}

function isSpec(data: SpecJson): data is ChannelSpec {
  const { media } = data;
  const sizes = media ? [media, ...Object.values(media.byFormat ?? {})] : [];
  const printed = media?.print?.sizes ?? [];
  return (
    isClosed(data) &&
    data.formats.length > 0 &&
    data.fields.length > 0 &&
    data.fields.every(({ limit }) => limit === null || limit.unit in UNITS) &&
    sizes.every(({ recommended = [] }) => recommended.every((size) => size.length === 2)) &&
    printed.every(({ size }) => size.length === 2)
  );
}

/** Throws when the data is not a spec, which the contract suite finds before anyone else. */
export function readSpec(data: SpecJson): ChannelSpec {
  if (!isSpec(data)) throw new Error(`spec.json of "${data.id}" is not a channel spec`);
  return data;
}

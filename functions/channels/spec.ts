/** Reads a channel's `spec.json` as a ChannelSpec: the compiler checks its shape, this its closed unions. */
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import type { ChannelSpec, Grade, LengthClass } from '../../brand-guide/engine/channel.ts';

/** JSON as TypeScript infers it: literals widened to strings and numbers, tuples to arrays. */
type Widened<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly (infer Element)[]
      ? readonly Widened<Element>[]
      : T extends object
        ? { readonly [Key in keyof T]: Widened<T[Key]> }
        : T;
export type SpecJson = Widened<ChannelSpec>;

const GRADES: readonly Grade[] = ['official', 'official-quoted', 'secondary', 'convention'];
const LENGTH_CLASSES: readonly LengthClass[] = ['micro', 'short', 'long'];
const LINK_PLACES: readonly ChannelSpec['links']['place'][] = ['inline', 'field', 'none'];
const IDEMPOTENCIES: readonly ChannelSpec['idempotency'][] = ['exact', 'none'];

const among = (allowed: readonly string[], value: string): boolean => allowed.includes(value);

function mediaOf({ media }: SpecJson): readonly Partial<NonNullable<SpecJson['media']>>[] {
  return media === null ? [] : [media, ...Object.values(media.byFormat ?? {})];
}

function limitsOf(spec: SpecJson): readonly { readonly grade: string }[] {
  const limits = [
    ...spec.fields.map((field) => field.limit),
    spec.fold?.characters,
    spec.fold?.lines,
    spec.hashtags.advised,
    spec.hashtags.cap,
    spec.mentions.cap,
    spec.links.weight,
    ...mediaOf(spec).flatMap((media) => [
      media.maxBytes,
      media.minWidth,
      media.maxPixels,
      ...Object.values(media.maxBytesBy ?? {}),
    ]),
    spec.altText?.max,
    spec.rate?.perDay,
  ];
  return limits.filter((limit) => limit !== null && limit !== undefined);
}

function isSpec(data: SpecJson): data is ChannelSpec {
  return (
    among(CHANNEL_IDS, data.id) &&
    among(LENGTH_CLASSES, data.lengthClass) &&
    among(LINK_PLACES, data.links.place) &&
    among(IDEMPOTENCIES, data.idempotency) &&
    data.formats.length > 0 &&
    data.fields.length > 0 &&
    mediaOf(data).every(({ recommended = [] }) => recommended.every((size) => size.length === 2)) &&
    limitsOf(data).every((limit) => among(GRADES, limit.grade))
  );
}

/** Throws when the data is not a spec, which the contract suite finds before anyone else. */
export function readSpec(data: SpecJson): ChannelSpec {
  if (!isSpec(data)) throw new Error(`spec.json of "${data.id}" is not a channel spec`);
  return data;
}

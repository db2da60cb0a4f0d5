/** The small words of every schema: lists, optional properties, ids, times. */
import * as z from 'zod';
import {
  asId,
  isSlug,
  isUlid,
  SLUG,
  ULID,
  type CampaignId,
  type EntryId,
  type SeriesId,
  type UserId,
  type VariantId,
} from '../../core/ids.ts';

export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();
export const byName = <S extends z.ZodType>(item: S) => z.record(z.string(), item).readonly();

/**
 * A property that may be missing and is never `undefined`. The OpenAPI generator asks `safeParse(undefined)`
 * what may be missing; an exact optional would say no. Metadata goes to the schema within: `.meta()` makes a copy.
 */
export const maybe = <S extends z.ZodType>(schema: S): z.ZodExactOptional<S> => {
  const exact = z.exactOptional(schema);
  return Object.assign(exact, {
    safeParse: (data: unknown) => (data === undefined ? { success: true, data } : z.safeParse(exact, data)),
  });
};

/** The API document takes a pattern's source alone; its generator would write the flags into it. */
export const matching = (pattern: RegExp, expected: string) =>
  z.string().regex(pattern, expected).meta({ pattern: pattern.source });

/** An id that people choose: of a workspace, of an account. */
export const slug = (of: string) =>
  z
    .string()
    .max(64)
    .refine(isSlug, `expected ${of}: lower-case letters, digits and single hyphens`)
    .meta({ pattern: SLUG.source, minLength: 1, maxLength: 64 });

/** People's words, counted in code points. */
export const words = (most: number) =>
  z
    .string()
    .refine((text) => text.trim() !== '', 'expected some text')
    .refine((text) => [...text].length <= most, `expected at most ${most} characters`)
    .meta({ minLength: 1, maxLength: most });

export const instant = z.iso.datetime({ offset: true }).meta({ example: '2027-05-04T06:00:00.000Z' });
export const wallTime = matching(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u,
  'expected a wall time such as 2027-05-04T09:00',
).meta({ description: 'Wall time in `zone`', example: '2027-05-04T09:00' });
export const zone = words(64).meta({ description: 'IANA time zone', example: 'Europe/Athens' });
export const locale = matching(
  /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u,
  'expected a BCP 47 locale such as el-GR',
).meta({ example: 'el-GR' });
export const rev = z
  .int()
  .min(1)
  .meta({ description: 'Revision: what the ETag shows and If-Match sends back' });
export const webAddress = z
  .url({ protocol: /^https?$/u, error: 'expected an http or https address' })
  .max(4000);
export const email = z.email('expected an e-mail address').max(254);

const ulid = z
  .string()
  .refine(isUlid, 'expected an id as this API gives them')
  .meta({ pattern: ULID.source });
export const campaignId = ulid.transform((text) => asId<CampaignId>(text));
export const variantId = ulid.transform((text) => asId<VariantId>(text));
export const entryId = ulid.transform((text) => asId<EntryId>(text));
export const seriesId = ulid.transform((text) => asId<SeriesId>(text));
export const userId = ulid.transform((text) => asId<UserId>(text));

export const pageQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 100, default: 50 }),
  cursor: maybe(z.string().max(2000)),
});

/** `{items, next?}`: `next` is the cursor of the next page. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: list(item), next: maybe(z.string().meta({ description: 'Cursor of the next page' })) });

/** The shape of a channel's spec, written a second time so that a slip in one of them shows. */
import * as z from 'zod';
import { CHANNEL_IDS, REQUIREMENTS } from '../../brand-guide/engine/channel.ts';
import { UNITS } from '../../functions/channels/measure.ts';

const source = z.union([z.url({ protocol: /^https$/ }), z.literal('internal convention')]);

export const limit = z
  .strictObject({
    value: z.number().positive(),
    unit: z.string().min(1),
    grade: z.enum(['official', 'official-quoted', 'secondary', 'convention']),
    source,
    date: z.string().regex(/\d{4}-\d{2}-\d{2}$/),
    note: z.string().min(1).optional(),
    enforced: z.boolean().optional(),
    perAccount: z.boolean().optional(),
  })
  .refine(
    (one) => (one.grade === 'convention') === (one.source === 'internal convention'),
    'grade and source',
  );

const textLimit = limit.refine(({ unit }) => unit in UNITS, 'a unit that is measured');
const fold = z.strictObject({ characters: limit, lines: limit.optional(), desktop: limit.optional() });
const size = z.tuple([z.number(), z.number()]);
const mime = z.string().regex(/^(?:image|application)\//);

const field = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z]*$/),
  limit: textLimit.nullable(),
  bytes: limit.optional(),
  otherwise: z
    .array(z.strictObject({ when: z.enum(['pictures', 'interactive', 'video']), limit: textLimit }))
    .min(1)
    .optional(),
  advised: z.strictObject({ least: limit.optional(), most: limit.optional() }).optional(),
  fold: fold.optional(),
  forbidden: z.string().min(1).optional(),
  repeats: z.boolean().optional(),
});

const safeZone = z.strictObject({
  top: limit.optional(),
  bottom: limit.optional(),
  sides: limit.optional(),
  margin: limit.optional(),
});

const media = z.strictObject({
  required: z.boolean(),
  min: z.number(),
  max: z.number(),
  perAccount: z.boolean().optional(),
  formats: z.array(mime).min(1),
  maxBytes: limit.optional(),
  maxBytesBy: z.record(mime, limit).optional(),
  maxBytesAt: z.record(z.string().regex(/^\d+x\d+$/), limit).optional(),
  aspect: z.strictObject({ min: z.number(), max: z.number() }).nullable().optional(),
  crop: z.literal('first').optional(),
  minWidth: limit.optional(),
  maxWidth: limit.optional(),
  maxSide: limit.optional(),
  maxSides: limit.optional(),
  maxPixels: limit.optional(),
  further: limit.optional(),
  colorSpace: z.literal('sRGB').optional(),
  delivery: z.enum(['url', 'upload']).optional(),
  shownWidth: limit.optional(),
  safeZone: safeZone.optional(),
  recommended: z.array(size),
});

const channelMedia = media.extend({
  byFormat: z.record(z.string(), media.partial()).optional(),
  video: z.strictObject({ required: z.boolean(), maxBytes: limit.optional() }).optional(),
  print: z
    .strictObject({
      sizes: z.array(z.strictObject({ name: z.string(), size })),
      bleed: limit,
      safe: limit,
      letterHeight: limit,
    })
    .optional(),
});

const rateLimit = z.strictObject({
  ...limit.shape,
  what: z.enum(['posts', 'requests', 'uploads', 'points', 'containers', 'pending posts']),
  seconds: z.number().int().positive(),
  per: z.enum(['account', 'app', 'address', 'chat']),
});

export const spec = z.strictObject({
  id: z.enum(CHANNEL_IDS),
  name: z.string().min(1),
  lengthClass: z.enum(['micro', 'short', 'long']),
  formats: z.array(z.string()).min(1),
  fields: z.array(field).min(1),
  payload: limit.optional(),
  fold: fold.nullable(),
  hashtags: z.strictObject({
    advised: limit.optional(),
    cap: limit.optional(),
    longest: limit.optional(),
    forbidden: z.string().optional(),
    cashtags: limit.optional(),
    beside: z.strictObject({ cap: limit, longest: limit, bytes: limit }).optional(),
    linked: z.boolean().optional(),
  }),
  mentions: z.strictObject({
    cap: limit.optional(),
    form: z.enum(['@name', '@name.domain', '@name@domain', '@[name](urn)', 'none']),
  }),
  links: z.strictObject({
    place: z.enum(['inline', 'field', 'none']),
    weight: limit.optional(),
    cap: limit.optional(),
    longest: limit.optional(),
    needsScheme: z.boolean().optional(),
  }),
  media: channelMedia.nullable(),
  altText: z
    .strictObject({
      max: limit.nullable(),
      advised: limit.optional(),
      required: z.boolean().optional(),
      formats: z.array(z.string()).optional(),
    })
    .nullable(),
  contrast: z.strictObject({ text: limit, large: limit.optional(), advised: limit.optional() }).optional(),
  requires: z.array(z.enum(REQUIREMENTS)).min(1).optional(),
  aiDisclosure: z.string().min(1).optional(),
  idempotency: z.enum(['exact', 'none']),
  idempotencyKey: z
    .strictObject({ name: z.string().min(1), seconds: limit.optional(), longest: limit.optional() })
    .optional(),
  nativeSchedule: z.strictObject({ least: limit.optional(), most: limit.optional() }).optional(),
  rate: z
    .strictObject({ perDay: limit.optional(), windows: z.array(rateLimit).min(1).optional() })
    .optional(),
  price: z.strictObject({ post: limit, withLink: limit, altText: limit.optional() }).optional(),
});

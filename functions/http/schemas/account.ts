/** Accounts: places on channels that a workspace may publish to. */
import * as z from 'zod';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { HEALTH_RESULTS } from '../../core/account-health.ts';
import { ACCOUNT_STATES } from '../../core/account.ts';
import { byName, instant, list, locale, matching, maybe, rev, slug, words, zone } from './words.ts';

const timeOfDay = matching(/^([01]\d|2[0-3]):[0-5]\d$/u, 'expected a time of day such as 09:00');
const slots = list(timeOfDay);
const quiet = z.strictObject({ from: timeOfDay, to: timeOfDay }).meta({
  id: 'QuietHours',
  description: 'When nobody is written to, by the clock of each addressee, else of the account',
});

const figure = (says: string) => maybe(z.int().min(1).max(1_000_000_000).meta({ description: says }));

const limits = z
  .strictObject({
    parts: maybe(
      byName(z.int().min(1).max(1_000_000)).meta({
        description: 'What a part may measure, by its name, in the unit of the channel’s own figure',
        example: { text: 5000 },
      }),
    ),
    link: figure('What any link counts'),
    pictures: maybe(z.int().min(1).max(100).meta({ description: 'Pictures of one post' })),
    pictureBytes: figure('Bytes of one picture'),
    picturePixels: figure('Width times height of one picture'),
    altText: figure('Characters of an alternative text'),
  })
  .meta({
    id: 'AccountLimits',
    description: 'The account’s own figures, such as a Mastodon server’s or those of a paid plan',
  });

export const accountBody = z
  .strictObject({
    id: slug('the id of an account').meta({ example: 'instagram-main' }),
    channel: z.enum(CHANNEL_IDS),
    name: words(200),
    mode: z.enum(['live', 'preview']),
    locales: list(locale),
    zone,
    slots,
    cap: maybe(z.int().min(1).max(1000).meta({ description: 'Posts a calendar day at most' })),
    gap: maybe(z.int().min(1).max(10_080).meta({ description: 'Minutes between two posts at least' })),
    limits: maybe(limits),
    quiet: maybe(quiet),
  })
  .meta({ id: 'NewAccount' });

export const accountSettings = accountBody
  .omit({ id: true, channel: true, mode: true })
  .meta({ id: 'AccountSettings', description: 'What is left out goes' });

const health = z
  .object({
    renews: z.boolean().meta({ description: 'Whether it is renewed before it ends' }),
    checkedAt: maybe(instant),
    result: maybe(z.enum(HEALTH_RESULTS)),
    says: maybe(z.string().meta({ description: 'Who the provider says it is, or why it is not well' })),
    expiresAt: maybe(
      instant.meta({
        description: 'When the connection ends unless somebody connects it again',
      }),
    ),
    daysLeft: maybe(z.int().min(0)),
    connectedAt: maybe(instant),
    renewedAt: maybe(instant),
  })
  .meta({ id: 'AccountHealth', description: 'How the connection of a live account is' });

export const account = z
  .object({
    id: z.string(),
    rev,
    channel: z.enum(CHANNEL_IDS),
    name: z.string(),
    mode: z.enum(['live', 'preview']),
    state: z.enum(ACCOUNT_STATES),
    locales: list(z.string()),
    zone: z.string(),
    slots: list(z.string()),
    cap: maybe(z.number()),
    gap: maybe(z.number()),
    limits: maybe(limits),
    quiet: maybe(quiet),
    paused: maybe(z.boolean()),
    health: maybe(health),
    owner: z.string(),
  })
  .meta({ id: 'Account' });

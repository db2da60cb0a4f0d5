/** Campaigns as answered, their adaptation and their consistency report. */
import * as z from 'zod';
import { JOURNEY_STAGES, VALUES } from '../../core/campaign.ts';
import { CHANNEL_IDS, DATE_ROLES, FACT_KINDS, PRICE_ROLES, QUALIFIERS } from '../../core/vocabulary.ts';
import { byName, list, maybe, rev } from './words.ts';
import { finding } from './text.ts';

export const factValue = z
  .union([
    z.string(),
    z.object({ amount: z.string(), currency: z.string() }),
    z.object({ percent: z.string(), reduction: z.boolean() }),
  ])
  .meta({
    id: 'FactValue',
    description: 'Price `{amount, currency}` or `free`; percentage `{percent, reduction}`; otherwise text',
  });

const where = {
  steps: maybe(list(z.string())),
  accounts: maybe(list(z.string())),
  channels: maybe(list(z.enum(CHANNEL_IDS))),
  locales: maybe(list(z.string())),
};

export const fact = z
  .object({
    id: z.string(),
    kind: z.enum(FACT_KINDS),
    value: factValue,
    values: maybe(list(z.object({ ...where, value: factValue }))),
    role: maybe(z.enum([...PRICE_ROLES, ...DATE_ROLES])),
    qualifier: maybe(z.enum(QUALIFIERS)),
    label: maybe(byName(list(z.string()))),
    forms: maybe(byName(list(z.string()))),
    embargoUntil: maybe(z.string()),
    required: maybe(z.union([z.literal(true), z.object({ channels: where.channels, steps: where.steps })])),
  })
  .meta({ id: 'Fact' });

const detail = z.object({
  emoji: maybe(z.string()),
  text: z.string(),
  media: maybe(z.string()),
  alt: maybe(z.string()),
});

const message = z
  .object({
    headline: maybe(z.string()),
    body: maybe(z.string()),
    details: maybe(list(detail)),
    cta: maybe(z.object({ text: z.string(), url: maybe(z.string()) })),
    hashtags: maybe(list(z.string())),
    mentions: maybe(z.partialRecord(z.enum(CHANNEL_IDS), list(z.string())).readonly()),
    media: maybe(
      list(
        z.object({
          file: z.string(),
          alt: maybe(z.string()),
          textInImage: maybe(z.string()),
          embargoUntil: maybe(z.string()),
          rights: maybe(z.object({ until: maybe(z.string()), accounts: maybe(list(z.string())) })),
        }),
      ),
    ),
    lengths: maybe(z.object({ micro: maybe(z.string()), short: maybe(z.string()), long: maybe(z.string()) })),
  })
  .meta({ id: 'Message' });

const step = z
  .object({
    id: z.string(),
    messages: byName(message),
    embargoUntil: maybe(z.string()),
    graceMinutes: maybe(z.number()),
  })
  .meta({ id: 'Step' });

export const campaign = z
  .object({
    id: z.string(),
    rev,
    name: z.string(),
    brand: maybe(z.string()),
    window: maybe(z.object({ from: z.string(), to: z.string() })),
    zone: z.string(),
    journeyStage: maybe(z.enum(JOURNEY_STAGES)),
    values: list(z.enum(VALUES)),
    topics: list(z.string()),
    evidence: list(z.object({ claim: z.string(), ref: z.string(), until: maybe(z.string()) })),
    locales: list(z.string()),
    channels: list(z.enum(CHANNEL_IDS)),
    facts: list(fact),
    steps: list(step),
    embargoUntil: maybe(z.string()),
    paused: maybe(z.boolean()),
    onFailure: z.enum(['continue', 'hold']),
    owner: z.string(),
  })
  .meta({ id: 'Campaign' });

export const campaignAnswer = campaign
  .extend({
    notAvailableYet: list(z.string()).meta({
      description: 'Channels that are accepted and wait for their module',
    }),
    messages: list(z.object({ step: z.string(), locale: z.string(), findings: list(finding) })).meta({
      description: 'What the message gets wrong by its own facts and the guide',
    }),
  })
  .meta({ id: 'CampaignAnswer' });

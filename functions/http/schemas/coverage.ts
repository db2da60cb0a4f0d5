/** The coverage table: which stages and values the calendar addresses, by month and channel. */
import * as z from 'zod';
import { JOURNEY_STAGES, VALUES } from '../../core/campaign.ts';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { list, matching } from './words.ts';

const month = matching(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'expected a month such as 2027-05').meta({
  description: 'Month of the wall times, included',
  example: '2027-05',
});
export const coverageQuery = z.object({ from: month, to: month });

const counts = <const W extends readonly [string, ...string[]]>(words: W) =>
  z.record(z.enum(words), z.int()).readonly();

const addressed = {
  planned: z.int(),
  scheduled: z.int(),
  published: z.int(),
  stages: counts(JOURNEY_STAGES),
  values: counts(VALUES),
  unsaid: z.int().meta({ description: 'Entries whose campaign says neither its stage nor a value' }),
  gaps: z
    .object({ stages: list(z.enum(JOURNEY_STAGES)), values: list(z.enum(VALUES)) })
    .meta({ description: 'What no entry addresses' }),
};

export const coverage = z
  .object({
    months: list(
      z.object({
        month: z.string(),
        ...addressed,
        channels: list(z.object({ channel: z.enum(CHANNEL_IDS), ...addressed })),
      }),
    ),
    text: z.string().meta({ description: 'The same as a table in plain text, for people' }),
  })
  .meta({ id: 'Coverage' });

/** A text without structure, and the campaign that it is read as. */
import * as z from 'zod';
import { BLOCK_KINDS } from '../../core/free-text.ts';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { campaignDocument } from '../campaign-document.ts';
import { fact } from './campaign.ts';
import { MOST_TEXT } from './text.ts';
import { list, locale, maybe, words, zone } from './words.ts';

export const proposeBody = z
  .strictObject({
    text: z
      .string()
      .max(MOST_TEXT, `expected at most ${MOST_TEXT} characters`)
      .meta({ description: 'Plain text or Markdown' }),
    locale,
    channels: maybe(
      z.array(z.enum(CHANNEL_IDS)).min(1).readonly().meta({
        description: "Those of the workspace's accounts where absent",
      }),
    ),
    name: maybe(words(200)),
    zone: maybe(zone),
  })
  .meta({ id: 'ProposeCampaign' });

const range = { start: z.int().min(0), end: z.int().min(0) };
const evidence = z
  .object({ ...range, text: z.string() })
  .meta({ id: 'Evidence', description: 'A stretch of the text, UTF-16' });

const block = z
  .object({
    ...range,
    kind: z.enum(BLOCK_KINDS),
    text: z.string().meta({ description: 'What it says, without its marks' }),
    emoji: maybe(z.string()),
    url: maybe(z.string()),
    channel: maybe(z.enum(CHANNEL_IDS)),
  })
  .meta({
    id: 'Block',
    description: 'A stretch of the text; the blocks hold every character that is not blank',
  });

export const proposal = z
  .object({
    campaign: campaignDocument,
    blocks: list(block),
    facts: list(z.object({ fact, evidence: list(evidence) })),
    doubts: list(z.object({ what: z.string(), why: z.string(), evidence: maybe(evidence) })).meta({
      description: 'What only a person can say',
    }),
  })
  .meta({ id: 'ProposedCampaign' });

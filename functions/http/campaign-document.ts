/** A campaign arrives as JSON, or as the YAML of a campaign file; either way problems name their place. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { CampaignDraft } from '../core/campaign.ts';
import { readCampaign } from '../core/campaign-file.ts';
import schema from '../core/campaign.schema.json' with { type: 'json' };
import { invalid } from '../core/errors.ts';

const ID = 'CampaignDocument';

/** The schema that campaign files are checked against, its references made to hold inside the API document. */
const described = (): Readonly<Record<string, unknown>> => {
  const { $schema: _dialect, $id: _base, ...rest } = schema;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', `"#/components/schemas/${ID}/$defs/`));
};

export const campaignDocument = z.unknown().meta({ ...described(), id: ID });

export const campaignBody = {
  required: true as const,
  content: {
    'application/json': { schema: campaignDocument },
    'application/yaml': {
      schema: z.string().meta({ description: 'A campaign file, as `cantus adapt` reads it' }),
    },
  },
};

/** @throws Refused `invalid-input` with every problem's path, line and column. */
export const campaignOf = async (c: Context): Promise<CampaignDraft> => {
  const read = readCampaign(await c.req.text());
  if (!read.ok) throw invalid('The campaign is not valid.', read.problems);
  return read.campaign;
};

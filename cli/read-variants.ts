/** Reads the texts that a consistency report is asked about. */
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { CHANNEL_IDS } from '../brand-guide/engine/channel.ts';
import { readablePath } from '../brand-guide/schema/document-problem.ts';
import { nearMiss } from '../brand-guide/schema/near-miss.ts';
import type { Said } from '../functions/adapt/consistency-of.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import { Refused } from '../functions/core/errors.ts';
import { asId } from '../functions/core/ids.ts';
import type { AccountId } from '../functions/core/ids.ts';
import { readSource, shown } from './input.ts';
import type { Source } from './input.ts';
import { readChannel } from './channel-option.ts';
import type { Terminal } from './terminal.ts';

const written = z.array(
  z.object({
    step: z.string().optional(),
    channel: z.enum(CHANNEL_IDS),
    format: z.string().optional(),
    locale: z.string(),
    account: z.string().optional(),
    parts: z.record(z.string(), z.string()),
    link: z.string().optional(),
    media: z.array(z.object({ file: z.string(), alt: z.string().optional() })).optional(),
  }),
);
type Written = z.infer<typeof written>[number];

function valueOf({ name, text }: Source): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS({ maxAliasCount: 100 });
  const { line, col } = lines.linePos(error.pos[0]);
  throw new Refused('invalid-input', `${shown(name)}:${line}:${col}: ${error.message}`);
}

function readList(source: Source): readonly Written[] {
  const read = written.safeParse(valueOf(source));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = readablePath(
    (issue?.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step)),
  );
  throw new Refused(
    'invalid-input',
    `${shown(source.name)}: ${path || 'the document'}: ${issue?.message ?? 'is not valid'}`,
  );
}

function stepIn(campaign: CampaignDraft, step: string | undefined, at: string): string {
  const steps = campaign.steps.map(({ id }) => id);
  const [first] = campaign.steps;
  if (step === undefined || steps.includes(step)) return step ?? first.id;
  const near = nearMiss(step, steps);
  const hint = near === undefined ? `it has ${steps.join(', ')}` : `did you mean ${near}?`;
  throw new Refused('invalid-input', `${at}.step: the campaign has no step "${step}": ${hint}`);
}

function variantOf(campaign: CampaignDraft, one: Written, at: string): Said {
  const channel = readChannel(one.channel);
  const { account, link, media = [], parts } = one;
  return {
    place: {
      step: stepIn(campaign, one.step, at),
      channel: one.channel,
      format: one.format ?? channel.spec.formats[0],
      locale: one.locale,
      ...(account !== undefined && { account: asId<AccountId>(account) }),
    },
    content: {
      parts: Object.entries(parts).map(([field, text]) => ({ field, text })),
      media: media.map(({ file, alt }) => ({ file, ...(alt !== undefined && { alt }) })),
      ...(link !== undefined && { link }),
    },
  };
}

/** @throws Refused `invalid-input` with the path of what is wrong, `not-available-yet` for a channel without a module. */
export async function readVariants(
  terminal: Terminal,
  name: string,
  campaign: CampaignDraft,
): Promise<readonly Said[]> {
  const source = await readSource(terminal, name);
  return readList(source).map((one, at) => variantOf(campaign, one, `${shown(name)}: [${at}]`));
}

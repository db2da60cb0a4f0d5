/** Reads the campaign that a person names: a campaign file, or free text for one place. */
import { parseDocument } from '../brand-guide/schema/document.ts';
import type { ChannelId } from '../brand-guide/engine/channel.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { readCampaign } from '../functions/core/campaign-file.ts';
import type { ReadCampaign } from '../functions/core/campaign-file.ts';
import type { CampaignDraft } from '../functions/core/campaign.ts';
import { Refused } from '../functions/core/errors.ts';
import { readFreeText } from './free-text.ts';
import { readSource, shown } from './input.ts';
import type { Source } from './input.ts';
import { refuseDocument } from './document-problems.ts';
import type { Terminal } from './terminal.ts';

/** What a person asked for by `--step`, `--channel` and `--locale`. */
export interface Selection {
  readonly step?: string;
  readonly channel?: readonly ChannelId[];
  readonly locale?: readonly string[];
  /** The format of a post, where the channel has it. */
  readonly as?: string;
}

/** Adapting asks for no clock, so a file that names no zone is read in UTC. */
const ZONE = 'Etc/UTC';
const OF_A_CAMPAIGN = ['name', 'message', 'messages', 'steps', 'facts', 'channels'];

/** By its name, or where that says nothing by whether it has a campaign's fields. */
function isFreeText({ name, text }: Source): boolean {
  if (/\.(?:ya?ml|json)$/iu.test(name)) return false;
  if (/\.(?:txt|md)$/iu.test(name)) return true;
  const { value } = parseDocument(text);
  return typeof value !== 'object' || value === null || !OF_A_CAMPAIGN.some((key) => key in value);
}

function asCampaign(
  terminal: Terminal,
  source: Source,
  { channel, locale }: Selection,
  { meta, names = [] }: Guide,
): ReadCampaign {
  if (!isFreeText(source))
    return readCampaign(source.text, { locale: locale?.[0] ?? meta.language ?? 'en', zone: ZONE });
  const [only, another] = locale ?? [];
  if (!channel || only === undefined)
    throw new Refused(
      'invalid-input',
      `${shown(source.name)}: free text as a campaign needs --channel and --locale`,
    );
  if (another !== undefined)
    throw new Refused(
      'invalid-input',
      `${shown(source.name)}: free text is in one locale: give --locale once`,
    );
  return readFreeText(terminal, source, { channels: [...new Set(channel)], locale: only, zone: ZONE, names });
}

/**
 * The guide gives the language of a campaign that names none, and the names that a free text may state.
 * @throws Refused `invalid-input` with the first problem's place.
 */
export async function openCampaign(
  terminal: Terminal,
  name: string,
  selection: Selection,
  guide: Guide,
): Promise<CampaignDraft> {
  const read = asCampaign(terminal, await readSource(terminal, name), selection, guide);
  if (read.ok) return read.campaign;
  throw refuseDocument(name, read.problems);
}

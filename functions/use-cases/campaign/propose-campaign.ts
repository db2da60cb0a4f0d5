/** Reads a text without structure as a campaign for a person to confirm; stores nothing. */
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { proposedCampaign } from '../../adapt/text/proposed-campaign.ts';
import { readText } from '../../adapt/text/read-text.ts';
import type { ReadText } from '../../core/free-text.ts';
import { checkCampaign } from '../../core/campaign-file.ts';
import { invalid } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import type { WrittenCampaign } from '../../core/written-campaign.ts';
import type { World } from '../../ports.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { load } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { listAccounts } from '../workspace/accounts.ts';

export interface ProposeInput {
  readonly text: string;
  readonly locale: string;
  /** Those of the workspace's accounts where absent. */
  readonly channels?: readonly ChannelId[];
  readonly name?: string;
  /** IANA; the workspace's where absent. */
  readonly zone?: string;
}

/** `campaign` is a document that `POST campaigns` takes as it is. */
export interface ProposedAnswer extends Pick<ReadText, 'blocks' | 'facts' | 'doubts'> {
  readonly campaign: WrittenCampaign;
}

async function channelsOf(world: World, session: Session): Promise<readonly ChannelId[]> {
  const accounts = await listAccounts(world, session, undefined);
  if (accounts.length > 0) return [...new Set(accounts.map(({ value }) => value.channel))];
  throw invalid('The text needs channels to become a campaign.', [
    { path: 'channels', message: 'the workspace has no account yet: name the channels' },
  ]);
}

/** @throws Refused `invalid-input` for what is no text, or no message. */
export const proposeCampaign = useCase(
  'propose-campaign',
  async (world, session, { text, locale, name, ...asked }: ProposeInput): Promise<ProposedAnswer> => {
    if (text.includes('\u0000'))
      throw invalid('That is no text.', [{ path: 'text', message: 'is binary, expected text' }]);
    const channels = asked.channels ?? (await channelsOf(world, session));
    const zone = asked.zone ?? (await load(world, keys.workspace(session.tenant), 'workspace')).value.zone;
    const { names = [] } = (await currentGuide(world, session.tenant)).guide;
    const read = readText(text, { locale, channels, names });
    const campaign = proposedCampaign(read, { locale, channels, zone, ...(name !== undefined && { name }) });
    const checked = checkCampaign(campaign);
    if (!checked.ok) throw invalid('The text makes no campaign.', checked.problems);
    return { campaign, blocks: read.blocks, facts: read.facts, doubts: read.doubts };
  },
);

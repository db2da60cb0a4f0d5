/** Pauses a workspace, an account or a campaign, and resumes it with the list of what fell due; resuming sends nothing. */
import type { Account } from '../../core/account.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Entry } from '../../core/entry.ts';
import type { AccountId, CampaignId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Workspace } from '../../core/member.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionAccount } from '../../core/transition-account.ts';
import { pausedOr } from '../../core/transition-pause.ts';
import { load, put, putAccount, putCampaign, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { fellDue, type Concerns } from './fell-due.ts';

export interface PauseAnswer<T> extends Versioned<T> {
  /** Held by the pause when they were due: each is retried, moved or cancelled by a person. Empty after pausing. */
  readonly fellDue: readonly Versioned<Entry>[];
}

export interface PauseInput {
  readonly paused: boolean;
}

const after = async (
  world: Parameters<typeof fellDue>[0],
  tenant: Parameters<typeof fellDue>[1],
  { paused }: PauseInput,
  concerns: Concerns,
): Promise<readonly Versioned<Entry>[]> => (paused ? [] : fellDue(world, tenant, concerns));

/** @throws Refused `not-in-this-state`. */
export const pauseWorkspace = useCase(
  'pause-workspace',
  async (world, { tenant, member }, input: PauseInput): Promise<PauseAnswer<Workspace>> => {
    const was = await load(world, keys.workspace(tenant), 'workspace');
    const head = put(was.key, pausedOr(was.value, input.paused, 'workspace'), was);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: input.paused ? 'workspace.paused' : 'workspace.resumed', data: {} },
    });
    return { ...saved(head), fellDue: await after(world, tenant, input, () => true) };
  },
);

/** @throws Refused `not-found`, `not-in-this-state`. */
export const pauseAccount = useCase(
  'pause-account',
  async (
    world,
    { tenant, member },
    { id, ...input }: PauseInput & { readonly id: AccountId },
  ): Promise<PauseAnswer<Account>> => {
    const was = await load(world, keys.account(tenant, id), 'account');
    const command = { do: input.paused ? 'pause' : 'resume' } as const;
    const became = transitionAccount(was.value, command, world.clock.now());
    const head = putAccount(tenant, became.state, was);
    await world.store.commit({ head, by: { user: member.user }, event: eventOf(became) });
    return { ...saved(head), fellDue: await after(world, tenant, input, ({ account }) => account === id) };
  },
);

/** @throws Refused `not-found`, `not-in-this-state`. */
export const pauseCampaign = useCase(
  'pause-campaign',
  async (
    world,
    { tenant, member },
    { id, ...input }: PauseInput & { readonly id: CampaignId },
  ): Promise<PauseAnswer<Campaign>> => {
    const was = await load(world, keys.campaign(tenant, id), 'campaign');
    const campaign = pausedOr(was.value, input.paused, 'campaign');
    const head = putCampaign(tenant, campaign, world.clock.now(), was);
    await world.store.commit({
      head,
      by: { user: member.user },
      event: { type: input.paused ? 'campaign.paused' : 'campaign.resumed', data: { name: campaign.name } },
    });
    return {
      ...saved(head),
      fellDue: await after(world, tenant, input, ({ campaign: own }) => own === id),
    };
  },
);

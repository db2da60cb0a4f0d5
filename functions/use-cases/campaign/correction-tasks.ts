/** Published posts that a corrected fact left behind, as tasks for people. */
import type { CorrectionTask, TaskState } from '../../core/correction-task.ts';
import { taskState } from '../../core/correction-task.ts';
import { liveOf } from '../../core/correct-entry.ts';
import type { Entry } from '../../core/entry.ts';
import type { AccountId, CampaignId, EntryId, VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { allRows, load, put } from '../rows.ts';
import { useCase } from '../use-case.ts';

export interface ShownTask extends CorrectionTask {
  readonly state: TaskState;
  readonly variant: VariantId;
  readonly channel: Entry['channel'];
  readonly account: AccountId;
  /** Where the post is, as far as the channel said. */
  readonly urls: readonly string[];
  /** The correction that was asked for. */
  readonly correcting?: EntryId;
}

/** The same again changes nothing; a fact corrected twice leaves one task, of the later time. */
export const openTask = async (
  world: World,
  tenant: Tenant,
  campaign: CampaignId,
  task: CorrectionTask,
): Promise<void> => {
  const key = keys.correctionTask(tenant, campaign, task);
  await world.store.tick([put(key, task, await world.store.get(key))]);
};

const shown = async (world: World, tenant: Tenant, task: CorrectionTask): Promise<readonly ShownTask[]> => {
  const entry = (await world.store.get(keys.entry(tenant, task.entry)))?.value;
  if (!entry) return [];
  const { variant, channel, account, correcting } = entry;
  return [
    {
      ...task,
      state: taskState(task, entry),
      variant,
      channel,
      account,
      urls: liveOf(entry).flatMap(({ url }) => url ?? []),
      ...(correcting !== undefined && { correcting }),
    },
  ];
};

/** What is done already is listed as well. @throws Refused `not-found`. */
export const listCorrections = useCase(
  'list-corrections',
  async (world, { tenant }, { id }: { readonly id: CampaignId }): Promise<readonly ShownTask[]> => {
    const { key } = await load(world, keys.campaign(tenant, id), 'campaign');
    const rows = await allRows((asking) =>
      world.store.children<CorrectionTask>(key.pk, 'CORRECTION#', asking),
    );
    return (await Promise.all(rows.map(({ value }) => shown(world, tenant, value)))).flat();
  },
);

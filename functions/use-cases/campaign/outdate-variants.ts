/** After a campaign changed: what was approved or submitted with other facts is a draft again, and its entries are held at once. */
import { hashAt } from '../../adapt/payload-of.ts';
import type { Entry, Hold } from '../../core/entry.ts';
import type { CampaignId, VariantId } from '../../core/ids.ts';
import type { Tenant } from '../../core/tenant.ts';
import { eventOf } from '../../core/transition.ts';
import { transitionVariant } from '../../core/transition-variant.ts';
import type { Row, World } from '../../ports.ts';
import { step } from '../publishing/record.ts';
import { allRows, putVariant } from '../rows.ts';
import { settled, type Session } from '../use-case.ts';
import { entriesOf, waits } from '../variant/entries-of-variant.ts';
import { loadRevision, openVariant, type OpenVariant } from '../variant/open-variant.ts';

/** Two ways out: approve it as it is now, or give the fact its value back, which the approval still covers. */
const OUTDATED: Hold = {
  reason: 'approval-does-not-cover',
  says: 'A fact that it states changed after it was approved: have it approved as it is now, or give the fact its value back and retry.',
};

const isOutdated = async (
  world: World,
  tenant: Tenant,
  { head, revision, campaign }: OpenVariant,
  entry: Entry,
): Promise<boolean> => {
  const { id, place } = head.value;
  const pinned =
    entry.revision === revision.number ? revision : await loadRevision(world, tenant, id, entry.revision);
  return hashAt(campaign, place, pinned) !== entry.hash;
};

const holdOutdated = async (world: World, tenant: Tenant, opened: OpenVariant): Promise<void> => {
  const rows = await entriesOf(world, tenant, opened.head.value.id);
  for (const row of rows.filter(({ value }: Row<Entry>) => waits(value)))
    if (await isOutdated(world, tenant, opened, row.value))
      await step(world, tenant, row, { do: 'hold', hold: OUTDATED });
};

/** The hash that a reviewer decided on, or is to decide on. */
const standing = ({ state, approval, submission }: OpenVariant['head']['value']): string | undefined => {
  if (state === 'approved') return approval?.hash;
  return state === 'in-review' ? submission?.hash : undefined;
};

const outdateVariant = async (world: World, session: Session, id: VariantId): Promise<void> => {
  const { tenant, member } = session;
  const opened = await openVariant(world, tenant, id);
  await holdOutdated(world, tenant, opened);
  const { head, revision, campaign } = opened;
  const stands = standing(head.value);
  if (stands === undefined || stands === hashAt(campaign, head.value.place, revision)) return;
  const now = world.clock.now();
  const became = transitionVariant(head.value, { do: 'outdate', by: member.user }, now);
  await world.store.commit({
    head: putVariant(tenant, became.state, now, head),
    by: { user: member.user },
    event: eventOf(became),
  });
};

export const variantsOf = async (
  world: World,
  tenant: Tenant,
  campaign: CampaignId,
): Promise<readonly VariantId[]> => {
  const places = await allRows((asking) =>
    world.store.children<{ variant: VariantId }>(`W#${tenant.workspace}#C#${campaign}`, 'V#', asking),
  );
  return places.map(({ value }) => value.variant);
};

/** Doing it again does what is left; the publisher would find it anyway, at its minute. */
export const outdateVariants = async (
  world: World,
  session: Session,
  campaign: CampaignId,
): Promise<void> => {
  for (const id of await variantsOf(world, session.tenant, campaign))
    await settled(() => outdateVariant(world, session, id));
};

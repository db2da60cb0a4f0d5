/** Reads a variant with what is needed to judge it: its newest revision and its campaign. */
import type { AccountLimits } from '../../../brand-guide/engine/account-limits.ts';
import type { Campaign } from '../../core/campaign.ts';
import { Refused } from '../../core/errors.ts';
import type { VariantId } from '../../core/ids.ts';
import { isBefore } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Revision, Variant, Waiver } from '../../core/variant.ts';
import type { Row, World } from '../../ports.ts';
import { limitsAt } from '../account/account-limits.ts';
import { load } from '../rows.ts';

export interface OpenVariant {
  readonly head: Row<Variant>;
  readonly revision: Revision;
  readonly campaign: Campaign;
  /** The figures that the accounts it may go to have of their own. */
  readonly limits: AccountLimits | undefined;
}

/** One revision's content. A missing one is a bug of ours, never the caller's. */
export const loadRevision = async (
  world: World,
  tenant: Tenant,
  id: VariantId,
  number: number,
): Promise<Revision> => {
  const row = await world.store.get(keys.revision(tenant, id, number));
  if (!row) throw new Error(`Variant ${id} has no revision ${number}`);
  return row.value;
};

/** @throws Refused `not-found`. */
export const openVariant = async (world: World, tenant: Tenant, id: VariantId): Promise<OpenVariant> => {
  const head = await load(world, keys.variant(tenant, id), 'variant');
  const { place } = head.value;
  const [revision, campaign, limits] = await Promise.all([
    loadRevision(world, tenant, id, head.value.revision),
    load(world, keys.campaign(tenant, place.campaign), 'campaign'),
    limitsAt(world, tenant, place),
  ]);
  return { head, revision, campaign: campaign.value, limits };
};

/** The waivers that still hold for a variant: its own, its campaign's, the workspace's. */
export const waiversOf = async (
  world: World,
  { workspace }: Tenant,
  { id, place }: Variant,
): Promise<readonly Waiver[]> => {
  const root = `W#${workspace}`;
  const pages = await Promise.all(
    [`${root}#V#${id}`, `${root}#C#${place.campaign}`, root].map((pk) =>
      world.store.children<Waiver>(pk, 'WAIVER#'),
    ),
  );
  const now = world.clock.now();
  return pages
    .flatMap(({ rows }) => rows.map((row) => row.value))
    .filter(({ until }) => isBefore(now, until));
};

/** The variant that the person saw, or a refusal: `stale` when it moved on. */
export const openSeen = async (
  world: World,
  tenant: Tenant,
  input: { readonly id: VariantId; readonly ifRev: number },
): Promise<OpenVariant> => {
  const opened = await openVariant(world, tenant, input.id);
  const { edition } = opened.head.value;
  if (edition !== input.ifRev)
    throw new Refused(
      'stale',
      `This variant changed since you read it: you saw ${input.ifRev}, it is ${edition} now.`,
      { seen: input.ifRev, now: edition, parts: opened.revision.parts },
    );
  return opened;
};

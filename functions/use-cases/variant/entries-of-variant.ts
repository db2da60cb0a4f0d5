/** What becomes of a variant's calendar entries when its text or its approval changes. */
import type { Entry, EntryCommand, EntryState, Hold } from '../../core/entry.ts';
import type { EntryId, VariantId } from '../../core/ids.ts';
import { isPartlyLive } from '../../core/entry-parts.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import type { Approval, Variant } from '../../core/variant.ts';
import type { Change, Row, World } from '../../ports.ts';
import { noticesFor } from '../notices.ts';
import { putEntry } from '../rows.ts';

export const entriesOf = async (
  world: World,
  tenant: Tenant,
  variant: VariantId,
): Promise<readonly Row<Entry>[]> => {
  const { rows } = await world.store.children<{ entry: EntryId }>(
    `W#${tenant.workspace}#V#${variant}`,
    'ENTRY#',
  );
  const entries = await Promise.all(rows.map((row) => world.store.get(keys.entry(tenant, row.value.entry))));
  return entries.filter((row) => row !== undefined);
};

/** The commands in order, each on what the one before left. */
const after = (entry: Entry, commands: readonly EntryCommand[], now: string): Entry =>
  commands.reduce((state, command) => transitionEntry(state, command, now).state, entry);

/** Once a part is live the rest follows as it was approved: half a post is worse than an old one. */
export const waits = (entry: Entry): boolean =>
  !isPartlyLive(entry) &&
  (entry.state === 'scheduled' || (entry.state === 'publishing' && entry.attempt?.intentAt === undefined));

const DUE: readonly EntryState[] = ['planned', 'scheduled', 'held'];

/** The instants at which the variant's entries are to go out. */
export const waitingSlots = async (
  world: World,
  tenant: Tenant,
  variant: VariantId,
): Promise<readonly string[]> =>
  (await entriesOf(world, tenant, variant)).flatMap(({ value }) =>
    DUE.includes(value.state) ? [value.slot.instant] : [],
  );

/** Holds the entries that have not written their intent yet: until then, an edit wins. */
export const entriesHeld = async (
  world: World,
  tenant: Tenant,
  variant: VariantId,
  hold: Hold,
): Promise<readonly Change[]> => {
  const rows = await entriesOf(world, tenant, variant);
  return rows
    .filter((row) => waits(row.value))
    .flatMap((row) => {
      const held = after(row.value, [{ do: 'hold', hold }], world.clock.now());
      return [putEntry(tenant, held, row), ...noticesFor(world, tenant, row.value, held)];
    });
};

const onApproval = (entry: Entry, { revision, hash }: Approval): readonly EntryCommand[] => {
  const { state, hold, whenApproved } = entry;
  if (isPartlyLive(entry)) return [];
  const pin = { do: 'pin', revision, hash } as const;
  if (state === 'planned') return whenApproved ? [pin, { do: 'approve' }] : [pin];
  if (state === 'held' && hold?.reason === 'approval-does-not-cover') return [pin, { do: 'recheck' }];
  return [];
};

/** Pins what was approved on the entries that waited for it; planned ones go on where they were asked to. */
export const entriesAfterApproval = async (
  world: World,
  tenant: Tenant,
  variant: Variant,
  approval: Approval,
): Promise<readonly Change[]> => {
  const rows = await entriesOf(world, tenant, variant.id);
  return rows.flatMap((row) => {
    const commands = onApproval(row.value, approval);
    return commands.length > 0 ? [putEntry(tenant, after(row.value, commands, world.clock.now()), row)] : [];
  });
};

/** Looks at one entry that woke up, and does what its state asks for. Waking twice, late or out of order harms nothing. */
import type { Entry } from '../../core/entry.ts';
import { LEASE_SECONDS } from '../../core/lease.ts';
import { Refused } from '../../core/errors.ts';
import { isOverdue } from '../../core/grace.ts';
import type { EntryId, WorkspaceId } from '../../core/ids.ts';
import { isAtOrBefore, isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import { readBackEntry } from './read-back-entry.ts';
import { step, tick } from './record.ts';
import { sendEntry } from './send-entry.ts';

const claimAndSend = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  const now = world.clock.now();
  if (isOverdue(row.value, now)) {
    await step(world, tenant, row, { do: 'miss' });
    return;
  }
  const claimed = await tick(world, tenant, row, {
    do: 'claim',
    leaseUntil: plusSeconds(now, LEASE_SECONDS),
  });
  if (claimed) await sendEntry(world, tenant, claimed);
};

/** A claimed entry wakes for its checkpoint, or because whoever claimed it is gone. */
const goOn = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  const { attempt } = row.value;
  const over = !attempt || isAtOrBefore(attempt.leaseUntil, world.clock.now());
  if (over) await step(world, tenant, row, { do: 'lease-over' });
  else if (attempt.intentAt === undefined) await sendEntry(world, tenant, row);
};

const act = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<void> => {
  switch (row.value.state) {
    case 'planned':
      await step(world, tenant, row, { do: 'miss' });
      return;
    case 'scheduled':
      return claimAndSend(world, tenant, row);
    case 'publishing':
      return goOn(world, tenant, row);
    case 'unconfirmed':
      return readBackEntry(world, tenant, row);
    case 'handed-off':
    case 'published':
    case 'failed':
    case 'held':
    case 'missed':
    case 'cancelled':
      return;
  }
};

/** Acts on the row alone, and only when it is due. Losing a race to another worker is not an error. */
export const publishEntry = async (
  world: World,
  { workspace, entry }: { readonly workspace: WorkspaceId; readonly entry: EntryId },
): Promise<void> => {
  const tenant = systemTenant(workspace);
  const row = await world.store.get(keys.entry(tenant, entry));
  if (!row?.value.wakeAt || isBefore(world.clock.now(), row.value.wakeAt)) return;
  try {
    await act(world, tenant, row);
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'stale')) throw error;
  }
};

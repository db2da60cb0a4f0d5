/** Holds what waits for an account that is disconnected, and lets it go on when the account is connected again. */
import type { Account } from '../../core/account.ts';
import type { Entry, EntryCommand } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { slotAt } from '../../core/zone.ts';
import type { Row, World } from '../../ports.ts';
import { entriesAround } from '../guide/entries-around.ts';
import { step } from '../publishing/record.ts';

/** So many at a time; the sweep goes on with the rest. */
export const MOST_AT_ONCE = 100;
/** What was held longer ago is a new plan. */
const MONTHS_BACK = 1;

/** What zone data moved in the meantime waits for a person. */
const isWhereItWas = ({ slot }: Entry): boolean => {
  try {
    return slotAt(slot.wall, slot.zone, slot.disambiguation ?? 'earlier').instant === slot.instant;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

/** What the account's state asks of the entry; undefined where it asks nothing. */
const commandFor = ({ id, name, state }: Account, entry: Entry): EntryCommand | undefined => {
  if (entry.account !== id) return undefined;
  if (state === 'disconnected')
    return entry.state === 'scheduled'
      ? { do: 'hold', hold: { reason: 'disconnected', says: `${name} is not connected.` } }
      : undefined;
  return entry.state === 'held' && entry.hold?.reason === 'disconnected' && isWhereItWas(entry)
    ? { do: 'recheck' }
    : undefined;
};

/** Only while the account is still as it was read. */
const follow = async (
  world: World,
  tenant: Tenant,
  account: Account,
  row: Row<Entry>,
  command: EntryCommand,
): Promise<void> => {
  const check = { key: keys.account(tenant, account.id), where: { state: account.state } };
  try {
    const { value } = await step(world, tenant, row, command, [check]);
    if (value.wakeAt !== undefined) await world.wakeUps.set(tenant.workspace, value.id, value.wakeAt);
  } catch (error) {
    // Whoever changed either of them in the meantime has judged it, or the next look does.
    if (!(error instanceof Refused && error.code === 'stale')) throw error;
  }
};

/** Answers whether more are left. Doing it again goes on with what is left. */
export const entriesFollow = async (world: World, tenant: Tenant, account: Account): Promise<boolean> => {
  const around = await entriesAround(world, tenant, { monthsBefore: MONTHS_BACK });
  const due = around.flatMap((row) => {
    const command = commandFor(account, row.value);
    return command ? [{ row, command }] : [];
  });
  for (const { row, command } of due.slice(0, MOST_AT_ONCE))
    await follow(world, tenant, account, row, command);
  return due.length > MOST_AT_ONCE;
};

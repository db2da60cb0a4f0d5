/** Holds what waits on the calendar and fails a newly released guide; the publisher would find it anyway, at its minute. */
import type { Entry } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Row, World } from '../../ports.ts';
import { guideHold } from '../publishing/checks.ts';
import { makeReady, readAgain } from '../publishing/ready.ts';
import { step } from '../publishing/record.ts';
import { entriesAround } from './entries-around.ts';

const scheduled = async (world: World, tenant: Tenant): Promise<readonly Row<Entry>[]> => {
  const entries = await entriesAround(world, tenant, { monthsBefore: 0 });
  return entries.filter(({ value }) => value.state === 'scheduled' && !value.correction);
};

/** The index may lag behind a change of the entry: then its own change has judged it. */
const holdOne = async (world: World, tenant: Tenant, row: Row<Entry>): Promise<boolean> => {
  const ready = await makeReady(world, tenant, row.value);
  const hold =
    'reason' in ready
      ? undefined
      : await guideHold(world, tenant, await readAgain(world, tenant, row.value, ready));
  if (!hold) return false;
  try {
    await step(world, tenant, row, { do: 'hold', hold });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === 'stale') return false;
    throw error;
  }
};

/** Answers the entries that it held. Doing it again holds what is left. */
export const holdNewlyFailing = async (world: World, tenant: Tenant): Promise<readonly string[]> => {
  const held: string[] = [];
  for (const row of await scheduled(world, tenant))
    if (await holdOne(world, tenant, row)) held.push(row.value.id);
  return held;
};

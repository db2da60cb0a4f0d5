/** For the transaction that makes a correction done: the entry that it corrected says so. */
import type { Entry } from '../../core/entry.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import { transitionEntry } from '../../core/transition-entry.ts';
import type { Change, World } from '../../ports.ts';
import { load, putEntry } from '../rows.ts';

export const correctionMark = async (
  world: World,
  tenant: Tenant,
  was: Entry,
  { id: by, state, correction, revision, outcome }: Entry,
): Promise<readonly Change[]> => {
  if (!correction || state !== 'published' || was.state === 'published') return [];
  const row = await load(world, keys.entry(tenant, correction.corrects), 'entry');
  // A later correction has taken over from one that was handed to a person.
  if (row.value.correcting !== by) return [];
  const now = world.clock.now();
  const [id, before] = [outcome, row.value.outcome].map((one) =>
    one?.is === 'published' ? one.externalId : undefined,
  );
  const since = { revision, ...(id !== undefined && id !== before && { externalId: id }) };
  const command = { do: 'corrected', by, is: correction.is, at: now, ...since } as const;
  return [putEntry(tenant, transitionEntry(row.value, command, now).state, row)];
};

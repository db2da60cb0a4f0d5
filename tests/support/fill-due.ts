/** Many entries that are due at once, without scheduling each. */
import { asId, type EntryId, type WorkspaceId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { systemTenant } from '../../functions/core/tenant.ts';
import { putEntry } from '../../functions/use-cases/rows.ts';
import type { ApprovedWorld } from './approved-world.ts';

/** Copies of one scheduled entry, due at the instant, in the workspace or in another one of that name. */
export const fillDue = async (
  test: ApprovedWorld,
  count: number,
  wakeAt: string,
  workspace: WorkspaceId = test.workspace,
): Promise<void> => {
  const { id } = await test.schedule();
  const tenant = systemTenant(workspace);
  const row = await test.world.store.get(keys.entry(systemTenant(test.workspace), id));
  if (!row) throw new Error('It is not there');
  for (let done = 0; done < count; done += 50) {
    const some = Array.from({ length: Math.min(50, count - done) }, () =>
      asId<EntryId>(test.world.ids.next()),
    );
    await test.world.store.tick(some.map((next) => putEntry(tenant, { ...row.value, id: next, wakeAt })));
  }
};

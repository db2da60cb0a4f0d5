/** Turns a signed-in person into a member of one workspace; a stranger is not told that it exists. */
import { Refused } from '../../core/errors.ts';
import { asId, isSlug, type WorkspaceId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Member } from '../../core/member.ts';
import { systemTenant, tenantOf } from '../../core/tenant.ts';
import type { SignedIn, World } from '../../ports.ts';
import type { Session } from '../use-case.ts';

const unseen = (): Refused => new Refused('not-found', 'There is no such workspace.');

/** @throws Refused `not-found`, whether the workspace is missing or somebody else's. */
export const openWorkspace = async (world: World, who: SignedIn, id: string): Promise<Session> => {
  if (!isSlug(id)) throw unseen();
  const workspace = asId<WorkspaceId>(id);
  const row = await world.store.get(keys.member(systemTenant(workspace), who.user));
  if (!row) throw unseen();
  return { tenant: tenantOf(row.value), member: row.value };
};

/** The workspaces of a person, for the page after signing in. */
export const listWorkspaces = async (world: World, who: SignedIn): Promise<readonly Member[]> => {
  const page = await world.store.find<Member>('people', `U#${who.user}`, { limit: 100 });
  return page.rows.map((row) => row.value);
};

/** Founds a workspace with its first admin. */
import { Refused } from '../../core/errors.ts';
import { isSlug, type WorkspaceId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Member, Workspace } from '../../core/member.ts';
import { systemTenant } from '../../core/tenant.ts';
import { resolveWall } from '../../core/zone.ts';
import type { Once, SignedIn, World } from '../../ports.ts';
import { put, putMember } from '../rows.ts';

export interface NewWorkspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly zone: string;
  readonly adminName: string;
  readonly selfApproval?: boolean;
}

export interface Founded {
  readonly workspace: Workspace;
  readonly member: Member;
}

/** @throws Refused `already-exists`, `unknown-zone`, `invalid-input`. */
export const createWorkspace = async (
  world: World,
  who: SignedIn,
  input: NewWorkspace,
  once?: Once,
): Promise<Founded> => {
  if (!isSlug(input.id))
    throw new Refused(
      'invalid-input',
      `A workspace id is lower-case letters, digits and hyphens: "${input.id}" is not.`,
    );
  resolveWall('2027-01-01T12:00', input.zone);
  const tenant = systemTenant(input.id);
  const workspace: Workspace = {
    id: input.id,
    name: input.name,
    zone: input.zone,
    selfApproval: input.selfApproval ?? false,
  };
  const member: Member = {
    user: who.user,
    workspace: input.id,
    name: input.adminName,
    email: who.email,
    roles: ['admin'],
    locales: ['*'],
  };
  const answer: Founded = { workspace, member };
  await world.store.commit({
    head: put(keys.workspace(tenant), workspace),
    changes: [putMember(tenant, member)],
    by: { user: who.user },
    event: { type: 'workspace.created', data: { name: input.name } },
    once,
    answer,
  });
  return answer;
};

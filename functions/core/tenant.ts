/** A tenant: the right to touch one workspace's rows. Only a verified membership, or the publisher's own wake-up, makes one. */
import type { UserId, WorkspaceId } from './ids.ts';
import type { Member } from './member.ts';

declare const verified: unique symbol;
export interface Tenant {
  readonly workspace: WorkspaceId;
  readonly [verified]: true;
}

/** The member was read from the store under the signed-in user. */
export const tenantOf = (member: Member): Tenant => ({ workspace: member.workspace }) as Tenant;

/** For work that no member asks for at that moment: publishing, sweeping, the first set-up. */
export const systemTenant = (workspace: WorkspaceId): Tenant => ({ workspace }) as Tenant;

/** Who an event is by. */
export type Actor =
  { readonly user: UserId } | { readonly system: 'publisher' | 'set-up' | 'job' | 'addressee' };

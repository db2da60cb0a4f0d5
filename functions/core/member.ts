/** Members, their roles, and the workspace that bounds them. */
import type { UserId, WorkspaceId } from './ids.ts';

export const ROLES = ['viewer', 'reviewer', 'manager', 'brand', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  /** IANA */
  readonly zone: string;
  /** A one-person workspace may approve its own work; audited and shown. */
  readonly selfApproval: boolean;
  readonly paused?: boolean;
}

export interface Member {
  readonly user: UserId;
  readonly workspace: WorkspaceId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** The locales they may approve; `*` for all. */
  readonly locales: readonly string[];
}

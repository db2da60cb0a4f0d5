/** What a request carries through the app: who asks, in which workspace, and the world to act in. */
import type { listWorkspaces, openWorkspace } from '../use-cases/workspace/open-workspace.ts';
import type { Session } from '../use-cases/use-case.ts';

export type World = Parameters<typeof openWorkspace>[0];
export type SignedIn = Parameters<typeof listWorkspaces>[1];
export type Once = NonNullable<Session['once']>;

/** What is written down when something breaks; never a body, a token or a code. */
export interface Trouble {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly error: unknown;
}

export interface AppOptions {
  readonly log: (trouble: Trouble) => void;
  /** Marks cookies `Secure`; off on a plain-HTTP loopback. */
  readonly secureCookies?: boolean;
}

export interface SignedInEnv {
  Variables: { who: SignedIn };
}

export interface MemberEnv {
  Variables: { who: SignedIn; session: Session };
}

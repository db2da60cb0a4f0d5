/** What is kept of a sign-in between its beginning and its end: found by the hash of its state, opened by nobody else. */
import * as z from 'zod';
import { Refused } from '../../core/errors.ts';
import { asId, isSlug, type AccountId, type WorkspaceId } from '../../core/ids.ts';
import { isAtOrBefore, millisOf, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { sha256Hex } from '../../core/payload.ts';
import type { PendingSignIn } from '../../core/pending-sign-in.ts';
import type { Change, Row, World } from '../../ports.ts';
import type { SealedFor } from '../../ports/secrets.ts';
import { put } from '../rows.ts';
import type { Session } from '../use-case.ts';

/** How long a person has to sign in, and again to choose. */
export const SIGN_IN_SECONDS = 600;
/** In no id, and in no random word. */
const BETWEEN = '~';

const Client = z.object({
  id: z.string(),
  secret: z.exactOptional(z.string()),
  scopes: z.exactOptional(z.array(z.string())),
});
/** What a sign-in that is begun goes on with. */
export const Begun = z.object({
  verifier: z.string(),
  redirectUri: z.string(),
  client: Client,
  /** Of the account, where each names its own. */
  server: z.exactOptional(z.string()),
});
export type Begun = z.infer<typeof Begun>;

const Place = z.object({
  id: z.string(),
  name: z.string(),
  credentials: z.record(z.string(), z.string()),
  expiresAt: z.exactOptional(z.string()),
  renewableUntil: z.exactOptional(z.string()),
});
export const Chooses = z.object({ places: z.array(Place) });
export type Chooses = z.infer<typeof Chooses>;

/** The same words whatever is wrong: whoever guesses learns nothing. */
export const signInOver = (): Refused =>
  new Refused(
    'sign-in-over',
    'This sign-in is over: it was used already, took longer than ten minutes, or was begun by somebody else. Begin again.',
  );

export const stateOf = ({ tenant }: Session, account: AccountId, word: string): string =>
  [tenant.workspace, account, word].join(BETWEEN);

/** Whose a state claims to be; undefined for what is none of ours. */
export const claimOf = (
  state: string,
): { readonly workspace: WorkspaceId; readonly account: AccountId } | undefined => {
  const [workspace = '', account = '', word = ''] = state.split(BETWEEN, 3);
  return isSlug(workspace) && isSlug(account) && word !== ''
    ? { workspace: asId<WorkspaceId>(workspace), account: asId<AccountId>(account) }
    : undefined;
};

export const hashOf = (state: string): string => sha256Hex(state);

const sealedFor = ({ tenant }: Session, account: AccountId, hash: string): SealedFor => ({
  workspace: tenant.workspace,
  account,
  purpose: 'sign-in',
  state: hash,
});

export interface SignInAt {
  readonly account: AccountId;
  /** SHA-256 of the state. */
  readonly hash: string;
}

/** The row as it is to be; it is gone of itself soon after it holds no more. */
export const pendingRow = async (
  world: World,
  session: Session,
  { account, hash }: SignInAt,
  pending: Pick<PendingSignIn, 'via' | 'is'> & { readonly says: Begun | Chooses },
  was?: Row<PendingSignIn>,
): Promise<Change & { readonly op: 'put' }> => {
  const expiresAt = plusSeconds(world.clock.now(), SIGN_IN_SECONDS);
  const { says, ...rest } = pending;
  const sealed = await world.secrets.seal(JSON.stringify(says), sealedFor(session, account, hash));
  const value: PendingSignIn = { ...rest, member: session.member.user, expiresAt, sealed };
  const expires = Math.ceil(millisOf(expiresAt) / 1000);
  return { ...put(keys.signIn(session.tenant, account, hash), value, was), expires };
};

/**
 * The row in the state that is wanted, with what was sealed.
 * @throws Refused `sign-in-over` for what is unknown, somebody else's, used or too old.
 */
export const openPending = async <T>(
  { store, secrets, clock }: World,
  session: Session,
  { account, hash }: SignInAt,
  wanted: PendingSignIn['is'],
  schema: z.ZodType<T>,
): Promise<{ readonly row: Row<PendingSignIn>; readonly says: T }> => {
  const row = await store.get(keys.signIn(session.tenant, account, hash));
  if (
    !row ||
    row.value.is !== wanted ||
    row.value.member !== session.member.user ||
    isAtOrBefore(row.value.expiresAt, clock.now())
  )
    throw signInOver();
  const opened = await secrets.open(row.value.sealed, sealedFor(session, account, hash));
  const says = opened === undefined ? undefined : schema.safeParse(JSON.parse(opened)).data;
  if (says === undefined) throw signInOver();
  return { row, says };
};

/** Finishes a sign-in with what the provider sent back: the account is connected, or one of several places is to be chosen. */
import { redeemCode } from '../../channels/signing-in/token-requests.ts';
import type { Account } from '../../core/account.ts';
import { Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { PendingSignIn } from '../../core/pending-sign-in.ts';
import type { Change, Row, World } from '../../ports.ts';
import type { SignInPlace } from '../../ports/sign-in.ts';
import { load, put, type Versioned } from '../rows.ts';
import { settled, useCase, type Session } from '../use-case.ts';
import { requireSignIn, signInGiven } from './begin-sign-in.ts';
import { checked, keepConnected } from './keep-connected.ts';
import { liveConnector } from './live-connector.ts';
import {
  Begun,
  Chooses,
  hashOf,
  openPending,
  pendingRow,
  type SignInAt,
  signInOver,
} from './pending-sign-in.ts';

export interface FinishSignInInput {
  readonly id: AccountId;
  readonly state: string;
  readonly code: string;
  /** The last part of the address that it came back to. */
  readonly via: string;
}

export type SignInFinished =
  | { readonly is: 'connected'; readonly account: Versioned<Account> }
  | {
      readonly is: 'choose';
      /** Names the sign-in when choosing. */
      readonly signIn: string;
      readonly places: readonly Pick<SignInPlace, 'id' | 'name'>[];
    };

/** Asks about the credentials once, and is not kept from connecting by another's change of the account. */
const connect = async (
  world: World,
  session: Session,
  id: AccountId,
  { credentials, expiresAt, renewableUntil }: SignInPlace,
  more: () => Promise<readonly Change[]> = async () => [],
): Promise<Versioned<Account>> => {
  const key = keys.account(session.tenant, id);
  const health = await checked(world, liveConnector((await load(world, key, 'account')).value), credentials);
  const ends = {
    ...(expiresAt !== undefined && { expiresAt }),
    ...(renewableUntil !== undefined && { renewableUntil }),
  };
  return settled(async () =>
    keepConnected(world, session, await load(world, key, 'account'), {
      credentials,
      health,
      ends,
      more: await more(),
    }),
  );
};

/** From here on the state is good for nothing: of several at once, one goes on. @throws Refused `sign-in-over`. */
const use = async ({ store }: World, row: Row<PendingSignIn>): Promise<Row<PendingSignIn>> => {
  const value: PendingSignIn = { ...row.value, is: 'used' };
  if (!(await store.tick([put(row.key, value, row)]))) throw signInOver();
  return { ...row, value, rev: row.rev + 1 };
};

const placesFor = async (
  world: World,
  account: Account,
  { state, code }: FinishSignInInput,
  { client, server, redirectUri, verifier }: Begun,
): Promise<readonly SignInPlace[]> => {
  const connector = liveConnector(account);
  const signIn = requireSignIn(connector);
  const given = { ...signInGiven(world, connector, server), client };
  const came = await redeemCode(given, signIn, { state, code, redirectUri, verifier });
  if (came.is !== 'tokens') throw new Refused('refused-by-provider', came.reason);
  const found = await signIn.places(given, came.tokens);
  if (found.is !== 'places') throw new Refused('refused-by-provider', found.reason);
  if (found.places.length === 0)
    throw new Refused(
      'refused-by-provider',
      `Whoever signed in has nothing on ${account.channel} to post as: they need a role there, and must have allowed it.`,
    );
  return found.places;
};

const offer = async (
  world: World,
  session: Session,
  at: SignInAt,
  row: Row<PendingSignIn>,
  places: readonly SignInPlace[],
): Promise<SignInFinished> => {
  const says = { places: places.map((place) => ({ ...place, credentials: { ...place.credentials } })) };
  const { via } = row.value;
  if (!(await world.store.tick([await pendingRow(world, session, at, { via, is: 'chooses', says }, row)])))
    throw signInOver();
  return { is: 'choose', signIn: at.hash, places: places.map(({ id, name }) => ({ id, name })) };
};

/** @throws Refused `sign-in-over`, `refused-by-provider`, `not-found`. */
export const finishSignIn = useCase(
  'finish-sign-in',
  async (world, session, input: FinishSignInInput): Promise<SignInFinished> => {
    const at = { account: input.id, hash: hashOf(input.state) };
    const { row, says } = await openPending(world, session, at, 'begun', Begun);
    if (input.via !== row.value.via) throw signInOver();
    const used = await use(world, row);
    const { value: account } = await load(world, keys.account(session.tenant, input.id), 'account');
    const places = await placesFor(world, account, input, says);
    const [only, ...others] = places;
    if (!only || others.length > 0) return offer(world, session, at, used, places);
    return { is: 'connected', account: await connect(world, session, input.id, only) };
  },
);

export interface ChoosePlaceInput {
  readonly id: AccountId;
  readonly signIn: string;
  readonly place: string;
}

/** Connects as one of the places; the sign-in is over with it. @throws Refused `sign-in-over`, `not-found`, `refused-by-provider`. */
export const choosePlace = useCase(
  'choose-place',
  async (world, session, { id, signIn, place }: ChoosePlaceInput): Promise<Versioned<Account>> => {
    const at = { account: id, hash: signIn };
    const open = () => openPending(world, session, at, 'chooses', Chooses);
    const { says } = await open();
    const chosen = says.places.find((one) => one.id === place);
    if (!chosen) throw new Refused('not-found', 'The sign-in brought back no such place.');
    return connect(world, session, id, chosen, async () => {
      const { key, rev } = (await open()).row;
      return [{ op: 'remove', key, rev }];
    });
  },
);

/** Who somebody is, at home: people, one-time links and tries as rows of the store, tokens signed by this home's key. */
import { createHash, randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Refused } from '../../core/errors.ts';
import { asId, type UserId } from '../../core/ids.ts';
import type { Key } from '../../core/keys.ts';
import type { Clock, Identity, Ids, Row, SignedIn, Store } from '../../ports.ts';
import { ALGORITHM, type SigningKeys } from './keys.ts';
import { hashPassword, isPassword, type PasswordHash } from './passwords.ts';
import { countTry, forgetTries } from './sign-in-tries.ts';

const ISSUER = 'cantus';
const AUDIENCE = 'cantus-api';
const HOUR = 3600;
const TOKEN_SECONDS = 12 * HOUR;
export const LINK_SECONDS = 24 * HOUR;
const INVITE_SECONDS = 7 * 24 * HOUR;

interface Person extends SignedIn {
  readonly password?: PasswordHash;
  /** Has signed in, with a link at least. */
  readonly came?: boolean;
}
/** `until` in epoch seconds. */
interface Link {
  readonly person: string;
  readonly until: number;
}
export interface Token {
  readonly token: string;
  readonly expiresAt: string;
}

export interface LocalIdentity extends Identity {
  /** A one-time link code for a person who may not be known yet. */
  linkFor: (email: string, seconds: number) => Promise<{ readonly user: UserId; readonly code: string }>;
  /** For the token file of this machine's own clients. */
  tokenFor: (who: SignedIn) => Promise<Token>;
}

export interface IdentityParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: SigningKeys;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Upper case first, so that letters whose lower case depends on their place fold together. */
const folded = (email: string): string => email.trim().normalize('NFC').toUpperCase().toLowerCase();
const personKey = (id: string): Key<Person> => ({ pk: `I#PERSON#${id}`, sk: 'META' });
const linkKey = (code: string): Key<Link> => ({ pk: `I#LINK#${digest(code)}`, sk: 'META' });

const wrong = (): Refused => new Refused('not-signed-in', 'E-mail and password do not match.');
const usedUp = (): Refused =>
  new Refused('not-signed-in', 'This one-time link is not known, was used, or is over: ask for another.');

const seconds = (clock: Clock): number => Math.floor(Date.parse(clock.now()) / 1000);

/** The person with this e-mail, made known when they are not. */
const personOf = async ({ store, ids }: IdentityParts, email: string): Promise<Row<Person>> => {
  const key = personKey(digest(folded(email)));
  const known = await store.get(key);
  if (known) return known;
  const person: Person = { user: asId<UserId>(ids.next()), email: email.trim() };
  await store.tick([{ op: 'put', key, value: person, rev: 0 }]);
  const made = await store.get(key);
  if (!made) throw new Refused('busy', 'The person could not be kept: try again.');
  return made;
};

const sign = async ({ clock, keys }: IdentityParts, { user, email }: SignedIn): Promise<Token> => {
  const now = seconds(clock);
  const token = await new SignJWT({ email })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(user)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_SECONDS)
    .sign(keys.privateKey);
  return { token, expiresAt: new Date((now + TOKEN_SECONDS) * 1000).toISOString() };
};

const verify = async ({ clock, keys }: IdentityParts, token: string): Promise<SignedIn | undefined> => {
  try {
    const { payload } = await jwtVerify<{ email: string }>(token, keys.publicKey, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'exp', 'email'],
      currentDate: new Date(clock.now()),
    });
    return { user: asId<UserId>(payload.sub ?? ''), email: payload.email };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

const signIn = async (parts: IdentityParts, email: string, password: string): Promise<Token> => {
  const id = digest(folded(email));
  await countTry(parts, id);
  const person = await parts.store.get(personKey(id));
  if (!(await isPassword(password, person?.value.password)) || !person) throw wrong();
  await forgetTries(parts, id);
  return sign(parts, person.value);
};

const linkFor = async (parts: IdentityParts, email: string, lasts: number) => {
  const { value: person } = await personOf(parts, email);
  const code = randomBytes(32).toString('base64url');
  const until = seconds(parts.clock) + lasts;
  const value: Link = { person: digest(folded(email)), until };
  await parts.store.tick([{ op: 'put', key: linkKey(code), value, rev: 0, expires: until }]);
  return { user: person.user, code };
};

/** Uses the link up and sets the password in one transaction: of two at once, one wins. */
const redeem = async (parts: IdentityParts, code: string, password?: string): Promise<Token> => {
  const link = await parts.store.get(linkKey(code));
  if (!link || link.value.until <= seconds(parts.clock)) throw usedUp();
  const person = await parts.store.get(personKey(link.value.person));
  if (!person) throw usedUp();
  const { key, rev } = person;
  const value: Person = {
    ...person.value,
    came: true,
    ...(password !== undefined && { password: await hashPassword(password) }),
  };
  const used = await parts.store.tick([
    { op: 'remove', key: link.key, rev: link.rev },
    { op: 'put', key, rev, value },
  ]);
  if (!used) throw usedUp();
  return sign(parts, person.value);
};

/** Whoever has signed in or is a member somewhere; one whose first invitation broke off is neither. */
const isSomebody = async ({ store }: IdentityParts, { user, came }: Person): Promise<boolean> =>
  came === true || (await store.find('people', `U#${user}`, { limit: 1 })).rows.length > 0;

/** Only somebody new gets a code: another workspace's admin must not sign in as a person who is known already. */
const invite = async (parts: IdentityParts, email: string) => {
  const known = await parts.store.get(personKey(digest(folded(email))));
  return known && (await isSomebody(parts, known.value))
    ? { user: known.value.user, code: '' }
    : linkFor(parts, email, INVITE_SECONDS);
};

export const localIdentity = (parts: IdentityParts): LocalIdentity => ({
  verify: (token) => verify(parts, token),
  signIn: (email, password) => signIn(parts, email, password),
  invite: (email) => invite(parts, email),
  redeem: (code, password) => redeem(parts, code, password),
  linkFor: (email, lasts) => linkFor(parts, email, lasts),
  tokenFor: (who) => sign(parts, who),
});

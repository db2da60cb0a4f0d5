/** People in another's Cognito: invited, signing in, refused alike, and known by their tokens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cognitoIdentity } from '../../../functions/adapters/aws/cognito-identity.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import { ENDPOINT } from './endpoint.ts';
import { cognito, keysFromEndpoint, openUserPool } from './user-pool.ts';

const PASSWORD = 'δώδεκα χαρακτήρες';
const refused = (code: string) => expect.objectContaining({ name: 'Refused', code });

describe.skipIf(ENDPOINT === '')('people at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  let identity: ReturnType<typeof cognitoIdentity>;
  let usual: () => void;
  let number = 0;
  const somebody = (): string => `person${(number += 1)}@tea.example`;

  beforeAll(async () => {
    usual = keysFromEndpoint();
    identity = cognitoIdentity({ ...(await openUserPool()), cognito, clock: systemClock });
  });
  afterAll(() => usual());

  const joined = async (email: string) => {
    const { user, code } = await identity.invite(email);
    return { user, code, ...(await identity.redeem(code, PASSWORD)) };
  };

  it('choose a password by their invitation, once, and are known by their token', async () => {
    const email = somebody();
    const { user, code, token, expiresAt } = await joined(email);
    expect(await identity.verify(token)).toEqual({ user, email });
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    await expect(identity.redeem(code, PASSWORD)).rejects.toEqual(refused('not-signed-in'));
  });

  it('sign in with that password, and are the same person', async () => {
    const email = somebody();
    const { user } = await joined(email);
    const { token } = await identity.signIn(email, PASSWORD);
    expect(await identity.verify(token)).toEqual({ user, email });
  });

  it('invited again before they came have the newer invitation alone', async () => {
    const email = somebody();
    const [first, second] = [await identity.invite(email), await identity.invite(email)];
    expect(second.user).toBe(first.user);
    await expect(identity.redeem(first.code, PASSWORD)).rejects.toEqual(refused('not-signed-in'));
    await expect(identity.redeem(second.code, PASSWORD)).resolves.toHaveProperty('token');
  });

  it('with a password of their own are invited without a code', async () => {
    const email = somebody();
    const { user } = await joined(email);
    expect(await identity.invite(email)).toEqual({ user, code: '' });
    await expect(identity.signIn(email, PASSWORD)).resolves.toHaveProperty('token');
  });

  it('cannot choose a password that is too short', async () => {
    const { code } = await identity.invite(somebody());
    await expect(identity.redeem(code, 'short')).rejects.toEqual(refused('invalid-input'));
  });

  it('are refused alike: a wrong password, somebody unknown, and one who did not choose a password yet', async () => {
    const [known, invited] = [somebody(), somebody()];
    await joined(known);
    await identity.invite(invited);
    for (const [email, password] of [
      [known, 'wrong password'],
      [somebody(), PASSWORD],
      [invited, PASSWORD],
    ] as const)
      await expect(identity.signIn(email, password)).rejects.toEqual(refused('not-signed-in'));
  });

  it('are nobody by a token of another pool', async () => {
    const other = cognitoIdentity({ ...(await openUserPool()), cognito, clock: systemClock });
    const { token } = await joined(somebody());
    expect(await other.verify(token)).toBeUndefined();
  });
});

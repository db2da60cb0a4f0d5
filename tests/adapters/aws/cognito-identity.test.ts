import { generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { cognitoIdentity } from '../../../functions/adapters/aws/cognito-identity.ts';
import { userPool } from './cognito-stand-in.ts';
import { loopback } from './loopback.ts';

const EMAIL = 'ελένη@example.gr';
const PASSWORD = 'δώδεκα χαρακτήρες';

async function pool() {
  const { cognito, issuer, sign, asked } = await userPool();
  const clock = { now: () => '2027-05-04T09:00:00.000Z' };
  const identity = cognitoIdentity({ cognito, issuer, clientId: 'client', userPool: 'pool', clock });
  return { identity, sign, asked };
}

const refused = (code: string) => expect.objectContaining({ name: 'Refused', code });

describe('a token', () => {
  it('of the pool, for this client, names the person', async () => {
    const { identity, sign } = await pool();
    const token = await sign({ sub: 'user-1', email: EMAIL });
    expect(await identity.verify(token)).toEqual({ user: 'user-1', email: EMAIL });
  });

  it.each([
    ['that has expired', { exp: 1 }],
    ['of another client', { aud: 'another' }],
    ['of another issuer', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/another' }],
    ['for access, not identity', { token_use: 'access' }],
    ['without an e-mail', { email: undefined }],
  ])('%s names nobody', async (_what, claims) => {
    const { identity, sign } = await pool();
    expect(await identity.verify(await sign({ sub: 'user-1', email: EMAIL, ...claims }))).toBeUndefined();
  });

  it('signed by another key names nobody', async () => {
    const { identity, sign } = await pool();
    const { privateKey } = await generateKeyPair('RS256');
    expect(await identity.verify(await sign({ sub: 'user-1', email: EMAIL }, privateKey))).toBeUndefined();
  });

  it.each(['', 'abc', 'a.b.c'])('%j names nobody', async (token) => {
    const { identity } = await pool();
    expect(await identity.verify(token)).toBeUndefined();
  });

  it('cannot be judged while the pool does not give its keys, and that is said', async () => {
    const { cognito, sign } = await userPool();
    const silent = await loopback(() => ({ status: 503 }));
    const clock = { now: () => '2027-05-04T09:00:00.000Z' };
    const issuer = silent.endpoint;
    const identity = cognitoIdentity({ cognito, issuer, clientId: 'client', userPool: 'pool', clock });
    await expect(identity.verify(await sign({ sub: 'user-1', email: EMAIL }))).rejects.toThrow(
      'Expected 200 OK',
    );
  });
});

describe('an invitation', () => {
  it('lets the person choose a password, once', async () => {
    const { identity } = await pool();
    const { user, code } = await identity.invite(EMAIL);
    expect(user).toBe('user-1');
    const signedIn = { token: `token of ${EMAIL}`, expiresAt: '2027-05-04T10:00:00.000Z' };
    expect(await identity.redeem(code, PASSWORD)).toEqual(signedIn);
    await expect(identity.redeem(code, PASSWORD)).rejects.toEqual(refused('not-signed-in'));
    expect(await identity.signIn(EMAIL, PASSWORD)).toEqual(signedIn);
  });

  it('sends no mail of its own: the code is handed over', async () => {
    const { identity, asked } = await pool();
    await identity.invite(EMAIL);
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      Username: EMAIL,
      MessageAction: 'SUPPRESS',
      TemporaryPassword: expect.stringMatching(/^[\w-]{32}$/u),
    });
  });

  it('given again before it is used replaces the first', async () => {
    const { identity } = await pool();
    const first = await identity.invite(EMAIL);
    const second = await identity.invite(EMAIL);
    expect(second.user).toBe(first.user);
    await expect(identity.redeem(first.code, PASSWORD)).rejects.toEqual(refused('not-signed-in'));
    await expect(identity.redeem(second.code, PASSWORD)).resolves.toHaveProperty('token');
  });

  it('of a person with a password hands nobody their account', async () => {
    const { identity } = await pool();
    const { user, code } = await identity.invite(EMAIL);
    await identity.redeem(code, PASSWORD);
    const again = await identity.invite(EMAIL);
    expect(again).toEqual({ user, code: '' });
    await expect(identity.redeem(again.code, PASSWORD)).rejects.toEqual(refused('not-signed-in'));
    await expect(identity.signIn(EMAIL, PASSWORD)).resolves.toHaveProperty('token');
  });

  it.each([
    ['without a password', undefined, 'invalid-input'],
    ['with a password that the pool finds too short', 'short', 'invalid-input'],
  ])('%s is refused', async (_what, password, code) => {
    const { identity } = await pool();
    const invited = await identity.invite(EMAIL);
    await expect(identity.redeem(invited.code, password)).rejects.toEqual(refused(code));
  });

  it.each(['', 'nonsense', 'WyJhIl0'])('%j is none', async (code) => {
    const { identity } = await pool();
    await expect(identity.redeem(code, PASSWORD)).rejects.toEqual(refused('not-signed-in'));
  });
});

describe('signing in is refused alike', () => {
  it.each([
    ['with a wrong password', EMAIL, 'wrong'],
    ['for somebody unknown', 'nobody@example.gr', PASSWORD],
  ])('%s', async (_what, email, password) => {
    const { identity } = await pool();
    const { code } = await identity.invite(EMAIL);
    await identity.redeem(code, PASSWORD);
    await expect(identity.signIn(email, password)).rejects.toEqual(refused('not-signed-in'));
  });

  it('with the temporary password of an invitation', async () => {
    const { identity, asked } = await pool();
    await identity.invite(EMAIL);
    const { TemporaryPassword } = JSON.parse(asked[0]?.body ?? '');
    await expect(identity.signIn(EMAIL, TemporaryPassword)).rejects.toEqual(refused('not-signed-in'));
  });
});

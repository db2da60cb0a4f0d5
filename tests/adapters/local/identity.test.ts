/** Signing in at home: passwords, one-time links, tokens, and how many tries one gets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type TestWorld } from '../../support/make-world.ts';

const PASSWORD = 'correct horse battery staple';

describe('the identity of the embedded default', () => {
  let test: TestWorld;
  beforeAll(async () => {
    test = await makeWorld();
  });
  afterAll(() => test.close());
  const identity = () => test.world.identity;

  const withPassword = async (email: string): Promise<void> => {
    const { code } = await identity().linkFor(email, 60);
    await identity().redeem(code, PASSWORD);
  };

  it('gives the same person for the same e-mail, whatever its case', async () => {
    const { user } = await identity().invite('Nikos@Harbour.example');
    expect((await identity().invite('nikos@HARBOUR.example')).user).toBe(user);
    expect((await identity().invite('eleni@harbour.example')).user).not.toBe(user);
  });

  it('hands no code for somebody who has signed in, or is a member somewhere', async () => {
    const { code } = await identity().linkFor('zoe@harbour.example', 60);
    await identity().redeem(code);
    expect((await identity().invite('Zoe@Harbour.example')).code).toBe('');
    expect((await identity().invite('admin@harbour.example')).code).toBe('');
  });

  it('hands another code for somebody whose first invitation broke off', async () => {
    const first = await identity().invite('ilias@harbour.example');
    const again = await identity().invite('ilias@harbour.example');
    expect(again.user).toBe(first.user);
    expect(again.code).not.toBe('');
  });

  it('signs in with the password that the link set, and verifies its own token', async () => {
    await withPassword('eleni@harbour.example');
    const { token, expiresAt } = await identity().signIn('eleni@harbour.example', PASSWORD);
    expect(await identity().verify(token)).toMatchObject({ email: 'eleni@harbour.example' });
    expect(expiresAt).toBe('2027-05-03T18:00:00.000Z');
  });

  it.each([
    ['a wrong password', 'eleni@harbour.example', 'wrong'],
    ['a person nobody knows', 'nobody@harbour.example', PASSWORD],
    ['a person without a password', 'nikos@harbour.example', PASSWORD],
  ])('refuses %s with the same words', async (_, email, password) => {
    await expect(identity().signIn(email, password)).rejects.toMatchObject({
      code: 'not-signed-in',
      message: 'E-mail and password do not match.',
    });
  });

  it('refuses the eleventh try in a quarter of an hour, even with the right password', async () => {
    await withPassword('busy@harbour.example');
    for (let tries = 0; tries < 10; tries += 1)
      await expect(identity().signIn('busy@harbour.example', 'wrong')).rejects.toMatchObject({
        code: 'not-signed-in',
      });
    await expect(identity().signIn('busy@harbour.example', PASSWORD)).rejects.toMatchObject({
      code: 'too-many-attempts',
    });
    test.clock.advance({ minutes: 16 });
    expect(await identity().signIn('busy@harbour.example', PASSWORD)).toHaveProperty('token');
  });

  it('uses a link once, even when two use it at the same time', async () => {
    const { code } = await identity().invite('twice@harbour.example');
    const outcomes = await Promise.allSettled([identity().redeem(code), identity().redeem(code)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(identity().redeem(code)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('keeps an invitation for seven days and no longer', async () => {
    const { code } = await identity().invite('early@harbour.example');
    const { code: later } = await identity().invite('late@harbour.example');
    test.clock.advance({ days: 6, hours: 23 });
    expect(await identity().redeem(code)).toHaveProperty('token');
    test.clock.advance({ hours: 2 });
    await expect(identity().redeem(later)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('takes no token that is over, foreign or bent', async () => {
    const { user } = await identity().invite('over@harbour.example');
    const { token } = await identity().tokenFor({ user, email: 'over@harbour.example' });
    const [head = '', body = '', signature = ''] = token.split('.');
    const other = await makeWorld();
    try {
      other.clock.set(test.clock.now());
      const foreign = await other.world.identity.tokenFor({ user, email: 'over@harbour.example' });
      expect(await other.world.identity.verify(foreign.token)).toMatchObject({ user });
      expect(await identity().verify(foreign.token)).toBeUndefined();
    } finally {
      await other.close();
    }
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const bent of ['', 'x', `${none}.${body}.`, `${head}.${body}.${signature.slice(0, -4)}AAAA`])
      expect(await identity().verify(bent)).toBeUndefined();
    test.clock.advance({ hours: 13 });
    expect(await identity().verify(token)).toBeUndefined();
  });
});

/** Signing in at a provider over HTTP: the API’s answers, the pages, and nothing secret in any of them or in the log. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COOKIE } from '../../functions/http/auth.ts';
import { createApp } from '../../functions/http/app.ts';
import type { Trouble } from '../../functions/http/env.ts';
import { CLIENT } from '../support/stand-in/oauth-provider.ts';
import { signInWorld, type SignInWorld } from '../support/sign-in-world.ts';

let scene: SignInWorld;
let app: ReturnType<typeof createApp>;
let troubles: Trouble[];
/** Everything that was answered, headers included. */
let answered: string;
let token: string;
beforeEach(() => {
  troubles = [];
  answered = '';
});
afterEach(() => scene.close());

const open = async (channel: 'x' | 'facebook') => {
  scene = await signInWorld(channel);
  app = createApp(scene.test.world, { log: (trouble) => troubles.push(trouble) });
  ({ token } = await scene.test.asMember('admin'));
};

const ask = async (path: string, init: RequestInit) => {
  const response = await app.request(path, init);
  const text = await response.text();
  answered += `${JSON.stringify([...response.headers])}\n${text}\n`;
  return { status: response.status, text };
};

const post = async (path: string, body: object, bearer = token) => {
  const { status, text } = await ask(`/workspaces/harbour-tea/accounts/page${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status, body: JSON.parse(text) };
};

/** As a browser sends our own form; `from` is the page it is on. */
const press = (path: string, fields: Record<string, string>, cookie?: string, from = 'same-origin') =>
  ask(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': from,
      ...(cookie !== undefined && { cookie: `${COOKIE}=${cookie}` }),
    },
    body: new URLSearchParams(fields).toString(),
  });

const signIn = async (decision: 'allow' | 'deny' = 'allow') => {
  const { body } = await post('/sign-in', {});
  return scene.provider.visit(String(body.url), decision);
};
const fieldsOf = ({ searchParams }: URL) => Object.fromEntries(searchParams);
const look = (back: URL) => ask(back.pathname + back.search, {});

const secretsGiven = () => scene.provider.ledger.secrets.filter((secret) => !secret.startsWith('code-'));
const expectNothingSecret = () => {
  const log = JSON.stringify(troubles);
  for (const secret of [...secretsGiven(), CLIENT.secret]) {
    expect(answered.includes(secret), secret).toBe(false);
    expect(log.includes(secret), secret).toBe(false);
  }
};

describe('by the API', () => {
  it('connects, and answers nothing secret', async () => {
    await open('x');
    const back = await signIn();
    const finished = await post('/sign-in/finish', { via: 'x', ...fieldsOf(back) });
    expect(finished).toMatchObject({
      status: 200,
      body: { is: 'connected', account: { state: 'connected' } },
    });
    expect(await post('/sign-in/finish', { via: 'x', ...fieldsOf(back) })).toMatchObject({
      status: 409,
      body: { code: 'sign-in-over' },
    });
    expectNothingSecret();
  });

  it('offers places by their names alone', async () => {
    await open('facebook');
    const finished = await post('/sign-in/finish', { via: 'facebook', ...fieldsOf(await signIn()) });
    const places = [
      { id: '77', name: 'Harbour Tea' },
      { id: '78', name: 'Harbour Tea Athens' },
    ];
    expect(finished).toEqual({ status: 200, body: { is: 'choose', signIn: expect.any(String), places } });
    const { signIn: name } = finished.body;
    expect(await post('/sign-in/choose', { signIn: name, place: '79' })).toMatchObject({ status: 404 });
    expect(await post('/sign-in/choose', { signIn: name, place: '77' })).toMatchObject({
      status: 200,
      body: { state: 'connected' },
    });
    expectNothingSecret();
  });

  it.each([
    ['a word too many', '/sign-in', { more: 'x' }],
    ['a server where there is none to name', '/sign-in', { server: 'https://mastodon.social' }],
    ['no state', '/sign-in/finish', { via: 'x', code: 'c' }],
    ['a sign-in that is no hash', '/sign-in/choose', { signIn: 'x', place: '77' }],
  ])('422 invalid-input: %s', async (_, path, body) => {
    await open('x');
    expect(await post(path, body)).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  });
});

describe('by the pages', () => {
  it('shows a button, which finishes as the member who is signed in', async () => {
    await open('x');
    const back = await signIn();
    const shown = await look(back);
    expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('Finish connecting') });
    expect(await press(back.pathname, fieldsOf(back), token)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Harbour Tea on Facebook is connected'),
    });
    expect((await scene.account()).state).toBe('connected');
    expectNothingSecret();
  });

  it('lets one of several pages be chosen', async () => {
    await open('facebook');
    const back = await signIn();
    const { text } = await press(back.pathname, fieldsOf(back), token);
    expect(text).toContain('Harbour Tea Athens');
    const hash = /name="signIn" value="([0-9a-f]{64})"/u.exec(text)?.[1] ?? '';
    const fields = { workspace: 'harbour-tea', account: 'page', signIn: hash, place: '78' };
    const chosen = await press(`${back.pathname}/choose`, fields, token);
    expect(chosen).toMatchObject({ status: 200, text: expect.stringContaining('is connected') });
    expect(await scene.credentials()).toMatchObject({ page: '78' });
    expectNothingSecret();
  });

  it('says plainly that it was not allowed, in our words', async () => {
    await open('x');
    const back = await signIn('deny');
    back.searchParams.set('error_description', 'Call this number to go on');
    expect(await look(back)).toMatchObject({
      status: 409,
      text: expect.stringMatching(/Nothing was connected[\s\S]*did not allow it[\s\S]*access_denied/u),
    });
    expect(answered).not.toContain('Call this number');
    expect((await scene.account()).state).toBe('disconnected');
  });

  it('goes on for nobody else, and the sign-in is still there for whoever began it', async () => {
    await open('x');
    const back = await signIn();
    const fields = fieldsOf(back);
    const manager = (await scene.test.asMember('manager')).token;
    const stranger = (await scene.test.stranger()).token;
    const otherAdmin = (await scene.test.asMember(['admin', 'brand'])).token;
    for (const [cookie, status, code] of [
      [undefined, 401, 'not-signed-in'],
      [manager, 403, 'forbidden'],
      [stranger, 409, 'sign-in-over'],
      [otherAdmin, 409, 'sign-in-over'],
    ] as const)
      expect(await press(back.pathname, fields, cookie)).toMatchObject({
        status,
        text: expect.stringContaining(`<code>${code}</code>`),
      });
    expect((await press(back.pathname, fields, token, 'cross-site')).status).toBe(403);
    expect(await press('/connect/facebook', fields, token)).toMatchObject({ status: 409 });
    expect((await scene.account()).state).toBe('disconnected');
    expect((await press(back.pathname, fields, token)).status).toBe(200);
    expect(await press(back.pathname, fields, token)).toMatchObject({
      status: 409,
      text: expect.stringContaining('sign-in-over'),
    });
  });

  it.each([
    ['/connect/x', 409],
    ['/connect/x?state=nonsense&code=c', 409],
    ['/connect/x?error=%3Cscript%3E', 409],
    ['/connect/..%2Fx', 404],
  ])('%s connects nothing', async (path, status) => {
    await open('x');
    expect((await ask(path, {})).status).toBe(status);
    expect(answered).not.toContain('<script>');
  });
});

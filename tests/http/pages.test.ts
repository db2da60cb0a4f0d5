/** The pages that the server itself shows: signing in, the preview feed, the documentation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type EntryId } from '../../functions/core/ids.ts';
import { ACCOUNT, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await stage.test.world.feed.put({
    id: 'first',
    workspace: stage.test.workspace,
    entry: asId<EntryId>('01JAAAAAAAAAAAAAAAAAAAAAAA'),
    account: '<b>Harbour</b>',
    channel: 'facebook',
    at: '2027-05-03T06:00:00.000Z',
    payload: {
      channel: 'facebook',
      format: 'feed',
      locale: 'fa-IR',
      parts: [{ field: 'message', text: '<script>alert(1)</script> انجیر & چای' }],
      link: 'javascript:alert(1)',
      media: [{ file: 'fig.jpg', alt: '"><img src=x>' }],
    },
  });
});
afterAll(() => stage.close());

const get = (path: string, cookie = '') => stage.app.request(path, { headers: { cookie } });
const post = (fields: Record<string, string>, origin = 'http://localhost') =>
  stage.app.request('/sign-in', { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) });
const link = async (): Promise<string> =>
  (await stage.test.world.identity.linkFor('viewer1@harbour.example', 60)).code;
const cookieOf = (response: Response): string => response.headers.get('set-cookie') ?? '';

describe('/sign-in', () => {
  it('uses a link by its button, sets a cookie that no script reads, and shows the token', async () => {
    const code = await link();
    expect(await (await get(`/sign-in?code=${code}`)).text()).toContain(`value="${code}"`);
    const signedIn = await post({ code, password: '' });
    expect(signedIn.status).toBe(200);
    expect(cookieOf(signedIn)).toMatch(/^cantus=[^;]+;.*HttpOnly.*SameSite=Strict/u);
    const token = /Bearer (\S+)/u.exec((await signedIn.text()).replaceAll('</pre>', ' '))?.[1] ?? '';
    expect(await stage.test.world.identity.verify(token)).toMatchObject({ email: 'viewer1@harbour.example' });
    expect((await post({ code, password: '' })).status).toBe(401);
  });

  it('sets a password, which signs in later', async () => {
    const fields = { email: 'viewer1@harbour.example', password: 'correct horse battery' };
    expect((await post({ code: await link(), password: fields.password })).status).toBe(200);
    expect((await post(fields)).status).toBe(200);
    expect((await post({ ...fields, password: 'wrong' })).status).toBe(401);
  });

  it('says what is wrong with a short password, and keeps the link', async () => {
    const code = await link();
    const refused = await post({ code, password: 'short' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/at least 12 characters[\s\S]*name="code"/u);
    expect((await post({ code, password: '' })).status).toBe(200);
  });

  it("refuses another site's form", async () => {
    expect((await post({ code: await link(), password: '' }, 'https://evil.example')).status).toBe(403);
  });
});

describe('/preview', () => {
  it('shows a post as its readers will meet it: where its account lives, and nothing of it runs', async () => {
    await stage.ask('POST', '/accounts', { token: stage.token.admin, body: ACCOUNT });
    await stage.test.world.feed.put({
      id: 'post-1',
      workspace: stage.test.workspace,
      entry: asId<EntryId>('01ENTRY'),
      account: ACCOUNT.name,
      channel: 'facebook',
      at: '2027-05-04T06:00:00.000Z',
      payload: {
        channel: 'facebook',
        format: 'feed',
        locale: 'fa-IR',
        parts: [{ field: 'text', text: 'چای تازه رسید <script>alert(1)</script>' }],
        link: 'https://harbour.example/fig',
        media: [{ file: 'fig.jpg', alt: 'یک "انجیر"' }],
      },
    });
    const shown = await (await get('/preview', `cantus=${stage.token.viewer}`)).text();
    for (const piece of [
      'PREVIEW',
      'id="post-1"',
      '2027-05-04 09:00 <small>Europe/Athens</small>',
      '<p class="text" dir="auto" lang="fa-IR">چای تازه رسید &lt;script&gt;alert(1)&lt;/script&gt;</p>',
      '<a href="https://harbour.example/fig" rel="noreferrer">',
      'یک &quot;انجیر&quot;',
    ])
      expect(shown).toContain(piece);
    expect(shown).not.toContain('<script');
  });

  it('sends a stranger to sign in', async () => {
    const response = await get('/preview');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in']);
  });

  it("shows the posts of a member's workspaces, badged, escaped, in their own direction", async () => {
    const page = await (await get('/preview', `cantus=${stage.token.viewer}`)).text();
    expect(page).toContain('PREVIEW');
    expect(page).toContain('dir="auto" lang="fa-IR"');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; انجیر &amp; چای');
    expect(page).toContain('&lt;b&gt;Harbour&lt;/b&gt;');
    expect(page).not.toMatch(/<script|<img|href="javascript:/u);
  });

  it('shows nothing of it to a member of nowhere', async () => {
    const { token } = await stage.test.stranger();
    expect(await (await get('/preview', `cantus=${token}`)).text()).not.toContain('Harbour');
  });
});

describe('every page', () => {
  it.each(['/docs', '/sign-in', '/preview'])(
    '%s allows no script and nothing from elsewhere',
    async (path) => {
      const response = await get(path, `cantus=${stage.token.viewer}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self';/u,
      );
      expect(await response.text()).not.toMatch(
        /<script|style=|https?:\/\/(?!localhost|northwind|harbour)[a-z]+\.[a-z]+\/[^"]*\.(js|css)/u,
      );
    },
  );

  it('/docs lists every operation', async () => {
    const page = await (await get('/docs')).text();
    const { paths }: { paths: Record<string, unknown> } = JSON.parse(
      await (await get('/openapi.json')).text(),
    );
    for (const path of Object.keys(paths)) expect(page).toContain(`<code>${path}</code>`);
  });

  it('/page.css is served, and / leads to the preview feed', async () => {
    expect((await get('/page.css')).headers.get('content-type')).toMatch(/^text\/css/u);
    expect((await get('/')).headers.get('location')).toBe('/preview');
  });
});

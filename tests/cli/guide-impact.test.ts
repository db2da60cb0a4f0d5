/** `cantus guide impact`, and with it how commands find the API: a server, the folder that it has, or the folder itself. */
import { readFile, stat } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at, clientOf, ifMatch, textAt } from '../support/client.ts';
import { folderWith, run, type Ran } from './support/run.ts';

const impact = (folder: string, more: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  run(['guide', 'impact', '--data', 'data', ...more], { folder, env });

const serving = async (folder: string, meanwhile: (url: string) => Promise<unknown>): Promise<Ran> =>
  run(['serve', '--port', '0', '--data', 'data'], {
    folder,
    stopped: async () => meanwhile((await readFile(join(folder, 'data/url'), 'utf8')).trim()),
  });

const DRAFT = {
  meta: { name: { full: 'Harbour Tea' } },
  vocabulary: { terms: [{ id: 'oolong', term: 'oolong', status: 'banned' }] },
};

const CAMPAIGN = {
  name: 'Fig season',
  zone: 'Europe/Athens',
  locales: ['en-GB'],
  channels: ['facebook'],
  message: { headline: 'Fig season is back', body: 'Black figs meet our smoked oolong.' },
};

const WORKSPACE = { id: 'tea', name: 'Tea', zone: 'Europe/Athens', adminName: 'Ada', selfApproval: true };
const PAGE = { id: 'page', channel: 'facebook', name: 'Tea', mode: 'preview', locales: ['en-GB'] };

/** A workspace with one post on the calendar and a draft that would block it. Answers the token. */
const fill = async (folder: string, url: string): Promise<string> => {
  const token = (await readFile(join(folder, 'data/token'), 'utf8')).trim();
  const app = { request: (path: string, init: RequestInit) => fetch(`${url}${path}`, init) };
  await clientOf(app, token, '').post('/workspaces', WORKSPACE);
  const tea = clientOf(app, token, '/workspaces/tea');
  await tea.post('/accounts', { ...PAGE, zone: 'Europe/Athens', slots: [] });
  const campaign = await tea.post('/campaigns', CAMPAIGN);
  const adapted = await tea.post(`/campaigns/${textAt(campaign.body, 'id')}/adapt`, {});
  const variant = textAt(adapted.body, 'items', 0, 'variant');
  const read = await tea.get(`/variants/${variant}`);
  await tea.post(`/variants/${variant}/submit`, {}, ifMatch(read));
  await tea.post(`/variants/${variant}/approve`, { hash: at(read.body, 'hash') });
  const year = new Date().getFullYear() + 1;
  const entry = await tea.post('/entries', { variant, account: 'page', wall: `${year}-01-04T09:00` });
  expect(entry.status).toBe(201);
  const draft = { source: JSON.stringify(DRAFT) };
  expect(await tea.put('/guide/draft', draft, { 'if-none-match': '*' })).toMatchObject({ status: 200 });
  return token;
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
};

describe('cantus guide impact', () => {
  it('asks the server that has the folder, the one that is named, and the folder when nobody serves it', async () => {
    const folder = await folderWith({});
    const ran: Ran[] = [];
    let token = '';
    const served = await serving(folder, async (url) => {
      token = await fill(folder, url);
      ran.push(await impact(folder, ['--format', 'json']));
      ran.push(await impact(folder, ['--format', 'json'], { CANTUS_URL: url }));
      expect((await stat(join(folder, 'data/token'))).mode & 0o777).toBe(0o600);
    });
    ran.push(await impact(folder, ['--format', 'json']));
    ran.push(
      await impact(folder, ['--format', 'json'], { CANTUS_URL: `http://127.0.0.1:${await freePort()}` }),
    );
    for (const { status, out, said } of ran) {
      expect({ status, said }).toEqual({ status: 1, said: [] });
      expect(JSON.parse(out)).toEqual(JSON.parse(ran[0]?.out ?? ''));
    }
    expect(JSON.parse(ran[0]?.out ?? '')).toMatchObject({
      scheduled: { checked: 1, newlyBlocks: 1 },
      published: { checked: 0 },
      rules: [{ rule: 'banned-term', samples: [{ effect: 'newly-fails', evidence: 'oolong' }] }],
    });
    const everything = [served, ...ran].map(({ out, said }) => out + said.join('\n')).join('\n');
    expect(everything).not.toContain(token);

    const { status, out } = await impact(folder, ['--workspace', 'tea']);
    expect(status).toBe(1);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'Scheduled: 1 checked; 1 newly fail, 1 newly block',
      'Published in the last 90 days: 0 checked; nothing changes',
      '',
      '  banned-term: 1 newly fail, 1 newly block',
      expect.stringMatching(/^ {4}newly-fails {2}scheduled \S+Z {2}error {2}“oolong” is not a word/u),
    ]);
    expect(await impact(folder, ['--workspace', 'coffee'])).toEqual({
      status: 2,
      out: '',
      said: ['cantus: --workspace: found coffee, expected one of tea.'],
    });
  }, 60_000);

  it.each([
    [
      'nothing listens and there is no folder',
      {},
      'cantus: No server listens and there is no data folder data: run cantus serve, or name the folder with --data.',
    ],
    [
      'CANTUS_URL is no address',
      { CANTUS_URL: 'localhost:4000' },
      'cantus: CANTUS_URL: found localhost:4000, expected an address such as http://127.0.0.1:4000',
    ],
  ])('says in one line that %s', async (_, env, line) => {
    expect(await impact(await folderWith({}), [], env)).toEqual({ status: 2, out: '', said: [line] });
  });

  it('says in one line that there is no token, and puts no folder in the place of a server elsewhere', async () => {
    const server = createHttpServer((_, answer) => answer.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const folder = await folderWith({});
    const asked = await impact(folder, [], { CANTUS_URL: `http://127.0.0.1:${port}` });
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    const line = `cantus: There is no token in ${join(folder, 'data/token')}: cantus serve writes it.`;
    expect(asked).toEqual({ status: 2, out: '', said: [line] });
    const far = `http://0.0.0.0:${await freePort()}`;
    expect(await impact(folder, [], { CANTUS_URL: far })).toEqual({
      status: 2,
      out: '',
      said: [`cantus: ${far} cannot be asked: nothing listens there.`],
    });
  });

  it('says in one line that the folder was never served', async () => {
    const folder = await folderWith({});
    await run(['serve', '--port', '0', '--data', 'data'], { folder });
    expect(await impact(folder)).toEqual({
      status: 2,
      out: '',
      said: ['cantus: Name the workspace with --workspace: there is none yet.'],
    });
  });
});

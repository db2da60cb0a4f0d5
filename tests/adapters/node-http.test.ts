import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../support/stand-in/stand-in.ts';
import { nodeHttp } from '../../functions/adapters/node-http.ts';

describe('calling a provider', () => {
  let server: Server;
  let url: string;
  const connections = new Set<unknown>();
  const seen: { readonly method: string; readonly body: string }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ method: request.method ?? '', body: Buffer.concat(chunks).toString('latin1') });
        const path = request.url?.split('?')[0];
        if (path === '/reset') response.destroy();
        else if (path === '/moved') response.writeHead(307, { location: '/ok' }).end();
        else if (path === '/half') {
          response.writeHead(200, { 'content-length': '100' }).write('half');
          setTimeout(() => response.destroy(), 20);
        } else if (path === '/large') response.end('x'.repeat(3_000_000));
        else if (path !== '/never') response.writeHead(201, { 'X-Id': '7' }).end('{"ok":true}');
      });
    });
    server.on('connection', (socket) => connections.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = addressOf(server);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const http = nodeHttp({ seconds: 0.3 });

  it('gives status, headers in lower case and text', async () => {
    const answer = await http.call({ method: 'POST', url: `${url}/ok`, body: 'text' });
    expect(answer).toMatchObject({
      is: 'answered',
      status: 201,
      text: '{"ok":true}',
      headers: { 'x-id': '7' },
    });
    expect(seen.at(-1)).toEqual({ method: 'POST', body: 'text' });
  });

  it('sends forms with files', async () => {
    const value = new Uint8Array([1, 2, 3]);
    const form = [
      { name: 'file', value, type: 'image/png', file: 'mint.png' },
      { name: 'alt', value: 'Mint' },
    ];
    await http.call({ method: 'POST', url: `${url}/ok`, body: { form } });
    expect(seen.at(-1)?.body).toMatch(/name="file"; filename="mint.png"\r\nContent-Type: image\/png/u);
  });

  it('follows no redirect, so that nothing is posted twice', async () => {
    const before = seen.length;
    expect(await http.call({ method: 'POST', url: `${url}/moved` })).toMatchObject({ status: 307 });
    expect(seen.length).toBe(before + 1);
  });

  it('reads no more of an endless answer than it needs', async () => {
    const answer = await http.call({ method: 'GET', url: `${url}/large` });
    expect(answer.is === 'answered' && answer.text.length).toBe(1_000_000);
  });

  it.each(['/reset', '/never', '/half'])(
    'does not know what became of %s, and tells no secret',
    async (path) => {
      const answer = await http.call({ method: 'POST', url: `${url}${path}?token=secret-of-ours` });
      expect(answer).toMatchObject({ is: 'unanswered', reason: expect.stringContaining('127.0.0.1') });
      expect(JSON.stringify(answer)).not.toContain('secret-of-ours');
    },
  );

  it('uses no connection twice, so that a stale one cannot swallow a call', async () => {
    await http.call({ method: 'POST', url: `${url}/ok` });
    server.closeIdleConnections();
    expect(await http.call({ method: 'POST', url: `${url}/ok` })).toMatchObject({ is: 'answered' });
    expect(connections.size).toBe(seen.length);
  });

  it.each(['http://127.0.0.1/x', 'http://[::1]/x', 'http://localhost/x', 'http://169.254.169.254/latest'])(
    'does not call %s where only the open internet may be called',
    async (address) => {
      const outside = nodeHttp({ seconds: 0.3, publicOnly: true });
      expect(await outside.call({ method: 'GET', url: address })).toMatchObject({ is: 'not-sent' });
    },
  );

  it.each(['http://127.0.0.1:1/x', 'http://no-such-host.invalid/x', 'nonsense'])(
    'knows that nothing was sent to %s',
    async (address) => {
      expect(await http.call({ method: 'POST', url: address })).toMatchObject({ is: 'not-sent' });
    },
  );
});

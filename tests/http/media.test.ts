import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PNG } from '../contract/connector/picture.ts';
import { openStage, type Stage } from './stage.ts';

describe('a picture for a provider that fetches it', () => {
  let stage: Stage;
  let address: URL;
  beforeAll(async () => {
    stage = await openStage();
    const { world } = stage.test;
    const { sha256 } = await world.media.put(PNG);
    address = new URL((await world.publicMedia.urlOf(sha256, 600)) ?? '');
  });
  afterAll(() => stage.close());

  const get = (change: (url: URL) => void = () => undefined) => {
    const url = new URL(address);
    change(url);
    return stage.app.request(url.pathname + url.search);
  };

  it('is given by a signed address, as what its bytes are', async () => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
  });

  it.each<[string, (url: URL) => void]>([
    ['another signature', (url) => url.searchParams.set('signature', 'AAAA')],
    ['no signature', (url) => url.searchParams.delete('signature')],
    ['a later end', (url) => url.searchParams.set('until', '9999999999')],
    ['another picture', (url) => (url.pathname = `/media/${'0'.repeat(64)}`)],
    ['no hash', (url) => (url.pathname = '/media/..%2Fsecrets.key')],
  ])('is not there with %s', async (_, change) => {
    expect((await get(change)).status).toBe(404);
  });

  it('is not there once the address is over', async () => {
    stage.test.clock.advance({ minutes: 11 });
    expect((await get()).status).toBe(404);
  });
});

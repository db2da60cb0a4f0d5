/** What happened reaches the bus at home: every committed event, once each, in each aggregate's order. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../support/client.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../../support/approved-world.ts';

describe('the event log', () => {
  let test: ApprovedWorld;
  beforeAll(async () => {
    test = await makeApprovedWorld();
  });
  afterAll(() => test.close());

  it('keeps what the store committed, chained per aggregate', async () => {
    await test.embedded.drained();
    const folder = join(test.folder, 'events');
    expect(await readdir(folder)).toEqual(['2027-05.ndjson']);
    const lines = (await readFile(join(folder, '2027-05.ndjson'), 'utf8')).trim().split('\n');
    const events = lines.map((line): unknown => JSON.parse(line));
    const variant = events.filter((event) => String(at(event, 'aggregate')).endsWith(`#V#${test.variant}`));
    expect(variant.map((event) => at(event, 'type'))).toEqual([
      'variant.adapted',
      'variant.submitted',
      'variant.approved',
    ]);
    expect(variant.slice(1).map((event) => at(event, 'previous'))).toEqual(
      variant.slice(0, -1).map((event) => at(event, 'hash')),
    );
    expect(new Set(events.map((event) => at(event, 'id'))).size).toBe(events.length);
  });
});

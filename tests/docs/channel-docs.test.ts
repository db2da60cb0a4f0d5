/** The page of the channels' figures is made of their specs, and leaves none of them out. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AVAILABLE, channelOf } from '../../functions/channels/specs.ts';
import { channelsPage, limitsIn } from '../../scripts/channel-docs.mjs';

const PAGE = new URL('../../docs/channels.md', import.meta.url);

it('is current: `node scripts/channel-docs.mjs` writes it', async () => {
  expect(await readFile(PAGE, 'utf8')).toBe(await channelsPage());
});

describe.each(AVAILABLE)('%s', (id) => {
  it('has a section with a row for each of its figures', async () => {
    const page = await readFile(PAGE, 'utf8');
    const [, section = ''] = page.split(`(\`${id}\`)\n`);
    const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| [a-z]/u.test(line));
    const limits = limitsIn(channelOf(id)?.spec);
    expect(rows.filter((line) => !line.startsWith('| figure'))).toHaveLength(limits.length);
    for (const { limit } of limits)
      expect(rows.some((line) => line.includes(limit.source) && line.includes(limit.date))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { folderWith, run } from './support/run.ts';

const json = ['--format', 'json'];

describe('cantus count', () => {
  it.each([
    ['x', 'https://northbay.com/a/very/long/path', { length: 23, limit: 280, fits: true }],
    ['x', '鏡'.repeat(141), { length: 282, limit: 280, fits: false }],
    ['sms', 'a[b]', { length: 6, limit: 160, fits: true }],
    ['sms', 'Ω'.repeat(161), { length: 161, limit: 160, fits: false }],
    ['sms', 'Ήρθε', { length: 4, limit: 70, fits: true }],
    ['instagram', '👩‍👩‍👧‍👦', { length: 11, limit: 2200, fits: true }],
    ['bluesky', '👩‍👩‍👧‍👦', { length: 1, limit: 300, unit: 'graphemes', fits: true }],
    ['mastodon', 'By @ann@social.example', { length: 7, limit: 500, fits: true }],
    ['youtube', 'ж'.repeat(2_501), { length: 5_002, limit: 5_000, unit: 'bytes', fits: false }],
    ['webhook', 'Mint', { length: 4, limit: null, fits: true }],
  ])('%s: %s', async (channel, stdin, counted) => {
    const ran = await run(['count', '--channel', channel, '-', ...json], { stdin });
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ unit: expect.any(String), ...counted });
  });

  it.each([
    ['tea\n', 3],
    ['tea\r\n', 3],
    ['tea\n\n', 4],
    ['\n', 0],
    ['', 0],
    ['\uFEFFtea', 3],
  ])('one line end at the end of %j is not counted', async (stdin, length) => {
    const { out } = await run(['count', '--channel', 'x', ...json], { stdin });
    expect(JSON.parse(out)).toMatchObject({ length });
  });

  it('counts a part', async () => {
    const { out } = await run(['count', '--channel', 'email', '--field', 'subject', ...json], {
      stdin: 'Νέα\n',
    });
    expect(JSON.parse(out)).toEqual({ length: 6, limit: 998, unit: 'bytes', fits: true });
  });

  it('reads a file', async () => {
    const folder = await folderWith({ 'post.txt': 'Tea is here\n' });
    expect(await run(['count', '--channel', 'x', 'post.txt'], { folder })).toMatchObject({
      status: 0,
      out: '11 of 280 weighted characters: fits\n',
    });
  });

  it('says how many segments an SMS is sent as', async () => {
    const { out } = await run(['count', '--channel', 'sms'], { stdin: 'a'.repeat(168) });
    expect(out).toBe('168 of 160 septets: sent as 2 segments, over one by 8\n');
  });

  it('answers each line, every character counted', async () => {
    const stdin = '"tea"\n"tea\\n"\n"\\ud83d"\n';
    const { status, out } = await run(['count', '--channel', 'x', '--lines'], { stdin });
    const lengths = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).length);
    expect({ status, lengths: lengths.slice(0, 2), many: lengths.length }).toEqual({
      status: 0,
      lengths: [3, 4],
      many: 3,
    });
  });

  it.each([
    ['"tea"\ntea\n', 'cantus: standard input: line 2 is not JSON'],
    ['"tea"\n\n"tea"\n', 'cantus: standard input: line 2 is empty'],
    ['{"a":1}\n', 'cantus: standard input: line 1 is not a JSON string'],
  ])('a bad line of %j is named', async (stdin, says) => {
    const { status, said } = await run(['count', '--channel', 'x', '--lines'], { stdin });
    expect({ status, said }).toEqual({ status: 2, said: [expect.stringContaining(says)] });
  });

  it.each([
    [['--channel', 'instagrm'], 'unknown channel "instagrm": did you mean instagram?'],
    [['--channel', 'fax'], 'unknown channel "fax": expected one of instagram, facebook'],
    [['--channel', 'email', '--field', 'subjekt'], 'email has no part "subjekt": did you mean subject?'],
    [[], "required option '--channel <channel>' not specified"],
  ])('bad usage: %j', async (options, says) => {
    const { status, out, said } = await run(['count', ...options]);
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringContaining(says)] });
  });
});

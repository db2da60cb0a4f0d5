/** A text stands for a campaign on the command line: what it is read as is said, and bad texts get one line. */
import { describe, expect, it } from 'vitest';
import { folderWith, run } from './support/run.ts';

const LETTER = `We missed you at the harbour

Come back before 30 September 2027: a tin is €9.50, instead of €12. No code needed.

- 🍵 Smoked oolong

Book a table: https://harbour.example/back
Terms apply: https://harbour.example/terms
`;
const PLACE = ['--channel', 'facebook', '--channel', 'x', '--locale', 'en-IE'];

describe.each(['adapt', 'consistency'])('cantus %s', (verb) => {
  it('says what the text is read as, with places, on standard error', async () => {
    const folder = await folderWith({ 'letter.txt': LETTER });
    const { status, out, said } = await run([verb, 'letter.txt', ...PLACE, '--format', 'json'], { folder });
    expect(status).toBe(0);
    expect(() => JSON.parse(out)).not.toThrow();
    expect(said.map((line) => line.replace(/ {2,}/gu, ' | '))).toEqual([
      'letter.txt is read as this campaign:',
      'headline | 1:1 | We missed you at the harbour',
      'body | 3:1 | Come back before 30 September 2027: a tin is €9.50, instead…',
      'detail | 5:1 | Smoked oolong',
      'cta | 7:1 | Book a table',
      'legal | 8:1 | Terms apply: https://harbour.example/terms',
      'Facts:',
      'date | 3:18 | 2027-09-29 end | required',
      'price | 3:46 | 9.50 EUR sale | required',
      'price-2 | 3:64 | 12.00 EUR was',
      'url | 7:15 | https://harbour.example/back | required',
      'url-2 | 8:14 | https://harbour.example/terms',
      'legal | 8:1 | Terms apply: https://harbour.example/terms | required on facebook, x',
      'To settle:',
      'legal at 8:1, “Terms apply: https://harbour.example/terms”: taken for small print that every channel needs',
      'No guide given: neutral phrases, no brand rules.',
    ]);
  });

  it.each([
    ['letter.txt', [], /^cantus: letter\.txt: free text as a campaign needs --channel and --locale$/u],
    [
      'letter.txt',
      ['--channel', 'x'],
      /^cantus: letter\.txt: free text as a campaign needs --channel and --locale$/u,
    ],
    ['letter.txt', ['--channel', 'x', '--locale', 'en_IE'], /"en_IE" is not a locale: did you mean en-IE\?/u],
    ['letter.txt', ['--channel', 'facebok', '--locale', 'en-IE'], /did you mean facebook\?/u],
    ['empty.txt', PLACE, /^cantus: empty\.txt: messages\.en-IE: the message says nothing: write a headline/u],
    ['tags.txt', PLACE, /^cantus: tags\.txt: messages\.en-IE: the message says nothing/u],
    ['binary.txt', PLACE, /^cantus: binary\.txt: is a binary file, expected text$/u],
    ['latin.txt', PLACE, /^cantus: latin\.txt: is not UTF-8 text$/u],
    ['long.txt', PLACE, /^cantus: long\.txt: messages\.en-IE\.body: .*100,?000/u],
    ['items.txt', PLACE, /^cantus: items\.txt: messages\.en-IE\.details: .*at most 100/u],
    ['missing.txt', PLACE, /^cantus: missing\.txt: no such file$/u],
  ])('refuses %s %j in one line', async (file, options, says) => {
    const folder = await folderWith({
      'letter.txt': LETTER,
      'empty.txt': '\uFEFF \r\n',
      'tags.txt': '#Tea #Mint',
      'items.txt': `Tea\n${'- pot\n'.repeat(101)}`,
      'binary.txt': new Uint8Array([0x50, 0x4e, 0x47, 0, 1]),
      'latin.txt': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
      'long.txt': `Tea\n\n${'A mug is five euros. '.repeat(50_000)}`,
    });
    const { status, out, said } = await run([verb, file, ...options], { folder });
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringMatching(says)] });
    expect(said[0]).not.toContain('\n');
  });
});

it.each([
  ['one emoji', '🎉', '🎉'],
  ['CRLF behind a byte order mark', '\uFEFFTea is back\r\n\r\nSoon.\r\n', 'Tea is back\n\nSoon.'],
  ['a link that is none', 'Tea is back\n\nSee https://', 'Tea is back\n\nSee https://'],
])('adapts %s', async (_, text, says) => {
  const folder = await folderWith({ 'post.md': text });
  const { out } = await run(['adapt', 'post.md', '--channel', 'x', '--locale', 'en', '--format', 'json'], {
    folder,
  });
  expect(JSON.parse(out)[0].parts.text).toBe(says);
});

it('adapts a text of 100,000 characters from standard input', async () => {
  const stdin = `Tea is back\n\n${'Tea grows on hills. '.repeat(4_990)}`;
  const { out } = await run(
    ['adapt', '-', '--channel', 'facebook', '--locale', 'en-GB', '--format', 'json'],
    { stdin },
  );
  expect(JSON.parse(out)[0].parts.text).toMatch(/^Tea is back\n\nTea grows on hills\./u);
});

import { describe, expect, it } from 'vitest';
import { CAMPAIGN, GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const inFolder = (files: Readonly<Record<string, string>> = {}) =>
  folderWith({ 'guide.yaml': GUIDE, 'flush.yaml': CAMPAIGN, ...files });
const json = ['--guide', 'guide.yaml', '--format', 'json'];

describe('cantus adapt', () => {
  it('gives every channel and locale its voice', async () => {
    const folder = await inFolder();
    const { status, out, said } = await run(['adapt', 'flush.yaml', ...json], { folder });
    const voices = JSON.parse(out);
    expect({ status, said }).toEqual({ status: 0, said: [] });
    expect(
      voices.map((voice: { channel: string; locale: string }) => `${voice.channel} ${voice.locale}`),
    ).toEqual(
      ['instagram', 'x', 'sms', 'linkedin'].flatMap((channel) => [`${channel} en-GB`, `${channel} el-GR`]),
    );
    for (const voice of voices)
      expect(voice).toMatchObject({
        step: 'main',
        format: expect.any(String),
        parts: { text: expect.stringMatching(/12[.,]50/u) },
        media: expect.any(Array),
        length: expect.any(Number),
        limit: expect.any(Number),
        unit: expect.any(String),
        kept: expect.any(Array),
        leftOut: expect.any(Array),
        changed: expect.any(Array),
        findings: expect.any(Array),
      });
  });

  it.each([
    [
      ['--channel', 'x'],
      ['x en-GB', 'x el-GR'],
    ],
    [
      ['--locale', 'el'],
      ['instagram el-GR', 'x el-GR', 'sms el-GR', 'linkedin el-GR'],
    ],
    [
      ['--channel', 'sms', '--channel', 'x', '--locale', 'en-gb', '--step', 'main'],
      ['x en-GB', 'sms en-GB'],
    ],
  ])('%j narrows it', async (options, places) => {
    const folder = await inFolder();
    const { out } = await run(['adapt', 'flush.yaml', ...options, ...json], { folder });
    expect(
      JSON.parse(out).map((one: { channel: string; locale: string }) => `${one.channel} ${one.locale}`),
    ).toEqual(places);
  });

  it('shows people the text and the account of it', async () => {
    const folder = await inFolder();
    const { out } = await run(
      ['adapt', 'flush.yaml', '--guide', 'guide.yaml', '--channel', 'x', '--locale', 'en-GB'],
      { folder },
    );
    expect(out).toMatch(
      /^x feed · en-GB · main · \d+ of 280 weighted characters\nThe first flush is here\n/u,
    );
    expect(out).toContain('pictures: tin.jpg');
  });

  it.each(['linkedin', 'sms', 'x'])(
    'says on %s that the message contradicts a fact, and says no two prices',
    async (channel) => {
      const folder = await inFolder({ 'flush.yaml': CAMPAIGN.replaceAll('€12.50', '€13.50') });
      const asked = [
        'adapt',
        'flush.yaml',
        '--channel',
        channel,
        '--locale',
        'en-GB',
        '--guide',
        'guide.yaml',
      ];
      const { out } = await run(asked, { folder });
      expect(out).toContain(
        'to settle: fact price (the message says “€13.50”: correct the message, or the fact)\n',
      );
      const [voice] = JSON.parse((await run([...asked, '--format', 'json'], { folder })).out);
      expect(voice.parts.text.match(/€1[23]\.50/gu)).toEqual(['€12.50']);
    },
  );

  it('says in one line what is checked in no voice, and why as JSON', async () => {
    const folder = await inFolder({
      'named.yaml': CAMPAIGN.replace(
        'facts:',
        'facts:\n  - { id: tea, kind: name, value: Northbay Green, forms: { en: [Northbay Green] } }',
      ),
      'reading.yaml': `${GUIDE}voice: { contractions: avoid }\n`,
    });
    const argv = ['adapt', 'named.yaml', '--guide', 'reading.yaml', '--channel', 'x'];
    const { out } = await run(argv, { folder });
    const lines = out.split('\n').filter((line) => line.startsWith('Not checked'));
    expect(lines).toEqual(['Not checked: contractions in el-GR; fact tea in el-GR. Why: --format json.']);
    const told = await run([...argv, '--format', 'json'], { folder });
    expect(JSON.parse(told.out).map((one: { notChecked?: unknown }) => one.notChecked)).toEqual([
      undefined,
      [
        { of: 'contractions', message: 'contractions is not checked in el-GR: it is made for en.' },
        { of: 'fact tea', message: 'The fact tea is not checked in el-GR: it has no form there.' },
      ],
    ]);
  });

  it('exits 1 where a finding blocks', async () => {
    const folder = await inFolder({
      'hassle.yaml': CAMPAIGN.replace('A tin of it', 'Without hassle, a tin'),
    });
    const { status, out } = await run(
      ['adapt', 'hassle.yaml', '--channel', 'x', '--locale', 'en-GB', ...json],
      { folder },
    );
    expect(status).toBe(1);
    expect(JSON.parse(out)[0].findings).toEqual([
      expect.objectContaining({ rule: 'banned-term', field: 'text', evidence: 'hassle' }),
    ]);
  });

  it('takes a text for one channel and locale', async () => {
    const folder = await inFolder({
      'letter.txt': 'Tea is back\n\nA tin is €12.50.\n\nSee it: https://northbay.example/flush\n',
    });
    const { status, out } = await run(
      ['adapt', 'letter.txt', '--channel', 'x', '--locale', 'en-GB', ...json],
      { folder },
    );
    expect({ status, text: JSON.parse(out)[0].parts.text }).toEqual({
      status: 0,
      text: expect.stringMatching(
        /^Tea is back\n\nA tin is €12\.50\.\n\nSee it: https:\/\/northbay\.example\/flush$/u,
      ),
    });
  });

  it.each([
    ['letter.txt', [], 'letter.txt: free text as a campaign needs --channel and --locale'],
    ['letter.txt', ['--channel', 'x'], 'letter.txt: free text as a campaign needs --channel and --locale'],
    ['letter.txt', ['--channel', 'x', '--locale', 'en', '--locale', 'el'], 'give --locale once'],
    ['empty.txt', ['--channel', 'x', '--locale', 'en'], 'the message says nothing'],
    [
      'flush.yaml',
      ['--channel', 'facebook'],
      'the campaign has no channel "facebook": it has instagram, x, sms, linkedin',
    ],
    ['flush.yaml', ['--locale', 'ru'], 'the campaign has no locale "ru"'],
    ['flush.yaml', ['--step', 'mian'], 'the campaign has no step "mian": did you mean main?'],
    ['broken.yaml', [], 'broken.yaml:2:1: '],
    [
      'unknown.yaml',
      [],
      /unknown\.yaml:\d+:1: fact: found the unknown field `fact`; did you mean `facts`\?/u,
    ],
    ['price.yaml', [], /price\.yaml:\d+:\d+: facts\[0\]\.value: a price needs a currency/u],
    ['channel.yaml', [], /channel\.yaml:\d+:\d+: channels\[0\]: .*instagram/u],
    ['zone.yaml', [], /zone\.yaml:3:7: zone: .*did you mean Europe\/London\?/u],
  ])('refuses %s %j in one line', async (file, options, says) => {
    const folder = await inFolder({
      'letter.txt': 'Tea is back\nSoon.',
      'empty.txt': '\n',
      'broken.yaml': 'name: [a\nb: c',
      'unknown.yaml': `${CAMPAIGN}fact: []\n`,
      'price.yaml': CAMPAIGN.replace(', currency: EUR', ''),
      'channel.yaml': CAMPAIGN.replace('[instagram,', '[instagrm,'),
      'zone.yaml': CAMPAIGN.replace('Europe/London', 'Europe/Londn'),
    });
    const { status, out, said } = await run(['adapt', file, ...options, ...json], { folder });
    expect({ status, out, said }).toEqual({
      status: 2,
      out: '',
      said: [typeof says === 'string' ? expect.stringContaining(says) : expect.stringMatching(says)],
    });
  });
});

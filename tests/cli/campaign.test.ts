import { describe, expect, it } from 'vitest';
import { CAMPAIGN, GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const inFolder = (files: Readonly<Record<string, string>> = {}) =>
  folderWith({ 'guide.yaml': GUIDE, 'flush.yaml': CAMPAIGN, ...files });
const json = ['--guide', 'guide.yaml', '--format', 'json'];

describe('cantus adapt', () => {
  it('gives every available channel and locale its voice', async () => {
    const folder = await inFolder();
    const { status, out, said } = await run(['adapt', 'flush.yaml', ...json], { folder });
    const voices = JSON.parse(out);
    expect({ status, said }).toEqual({ status: 0, said: ['Channels not available yet: linkedin'] });
    expect(
      voices.map((voice: { channel: string; locale: string }) => `${voice.channel} ${voice.locale}`),
    ).toEqual(['instagram', 'x', 'sms'].flatMap((channel) => [`${channel} en-GB`, `${channel} el-GR`]));
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
      ['instagram el-GR', 'x el-GR', 'sms el-GR'],
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
    ['flush.yaml', ['--channel', 'linkedin'], 'not available yet: linkedin'],
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

describe('cantus consistency', () => {
  const variant = (text: string, rest = {}) => ({ channel: 'x', locale: 'en-GB', parts: { text }, ...rest });
  const consistency = async (variants: readonly unknown[], format = 'json') => {
    const folder = await inFolder({ 'variants.json': JSON.stringify(variants) });
    return run(
      [
        'consistency',
        'flush.yaml',
        '--variants',
        'variants.json',
        '--guide',
        'guide.yaml',
        '--format',
        format,
      ],
      { folder },
    );
  };

  it("finds a campaign's own voices consistent", async () => {
    const folder = await inFolder();
    const { status, out } = await run(['consistency', 'flush.yaml', ...json], { folder });
    const { facts, findings } = JSON.parse(out);
    expect({ status, findings }).toEqual({ status: 0, findings: [] });
    expect(
      facts.map((fact: { id: string; kind: string; value: unknown }) => [fact.id, fact.kind, fact.value]),
    ).toEqual([
      ['price', 'price', { amount: '12.50', currency: 'EUR' }],
      ['shop', 'url', 'https://northbay.example/flush'],
    ]);
    for (const { variants } of facts) expect(variants).toHaveLength(6);
  });

  it.each([
    ['A tin is €12.50: https://northbay.example/flush', 0, 'stated', 'stated', []],
    ['A tin is €13.50: https://northbay.example/flush', 1, 'conflict', 'stated', ['fact-conflict']],
    ['A tin for you: https://northbay.example/flush', 1, 'missing', 'stated', ['fact-missing']],
  ])('%s', async (text, status, price, shop, rules) => {
    const ran = await consistency([variant(text)]);
    const { facts, findings } = JSON.parse(ran.out);
    expect(ran.status).toBe(status);
    expect(facts.map((fact: { variants: { state: string }[] }) => fact.variants[0]?.state)).toEqual([
      price,
      shop,
    ]);
    expect(findings.map((finding: { rule: string }) => finding.rule)).toEqual(rules);
  });

  it('counts a link beside the text as a carrier', async () => {
    const { out } = await consistency([
      variant('€12.50', { channel: 'instagram', link: 'https://northbay.example/flush?utm_source=a' }),
    ]);
    expect(JSON.parse(out).facts[1].variants).toEqual([
      {
        step: 'main',
        channel: 'instagram',
        format: 'feed',
        locale: 'en-GB',
        state: 'carried',
        by: 'link in bio',
      },
    ]);
  });

  it('reads what adapt prints', async () => {
    const folder = await inFolder();
    const adapted = await run(['adapt', 'flush.yaml', ...json], { folder });
    const argv = ['consistency', 'flush.yaml', '--variants', '-', ...json];
    expect(await run(argv, { folder, stdin: adapted.out })).toMatchObject({ status: 0, said: [] });
  });

  it('shows people a table, mismatches first', async () => {
    const right = 'A tin is €12.50: https://northbay.example/flush';
    const { out } = await consistency(
      [variant(right), variant(right.replace('12', '13'), { locale: 'el-GR' })],
      'text',
    );
    expect(out.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^ +price +shop$/u),
      expect.stringMatching(/^ +12\.50 EUR +https/u),
      expect.stringMatching(/^main x feed el-GR +conflict: €13\.50 +stated$/u),
      expect.stringMatching(/^main x feed en-GB +stated +stated$/u),
    ]);
    expect(out).toMatch(
      /\nerror main x feed el-GR "€13\.50" contradicts "price".*fact-conflict\n1 finding\.\n$/u,
    );
  });

  it.each([
    ['{"a":1}', 'variants.json: the document: '],
    ['[{"channel":"x","locale":"en-GB","parts":{"text":5}}]', 'variants.json: [0].parts.text: '],
    ['[{"channel":"fax","locale":"en-GB","parts":{}}]', 'variants.json: [0].channel: '],
    ['[{"channel":"linkedin","locale":"en-GB","parts":{}}]', 'channel "linkedin" is not available yet'],
    [
      '[{"step":"mian","channel":"x","locale":"en-GB","parts":{}}]',
      'variants.json: [0].step: the campaign has no step "mian": did you mean main?',
    ],
    ['[{', 'variants.json:1:'],
  ])('refuses the variants %s', async (variants, says) => {
    const folder = await inFolder({ 'variants.json': variants });
    const { status, out, said } = await run(
      ['consistency', 'flush.yaml', '--variants', 'variants.json', ...json],
      { folder },
    );
    expect({ status, out, said }).toEqual({ status: 2, out: '', said: [expect.stringContaining(says)] });
  });
});

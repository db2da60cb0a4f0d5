import { describe, expect, it } from 'vitest';
import { CAMPAIGN, GUIDE } from './support/northbay.ts';
import { folderWith, run } from './support/run.ts';

const inFolder = (files: Readonly<Record<string, string>> = {}) =>
  folderWith({ 'guide.yaml': GUIDE, 'flush.yaml': CAMPAIGN, ...files });
const json = ['--guide', 'guide.yaml', '--format', 'json'];

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
    for (const { variants } of facts) expect(variants).toHaveLength(8);
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

  it.each([
    ['instagram', 'link in bio'],
    ['push', 'link field'],
    ['in-store-sign', 'QR code'],
  ])('says that on %s the carrier is the %s', async (channel, by) => {
    const { out } = await consistency([variant('', { channel, link: 'https://northbay.example/flush' })]);
    expect(JSON.parse(out).facts[1].variants).toMatchObject([{ state: 'carried', by }]);
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
      [variant(right), variant(`Η πρώτη συγκομιδή: ${right.replace('12', '13')}`, { locale: 'el-GR' })],
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

  it.each(['json', 'text'])('says as %s which rules a locale has none of', async (format) => {
    const text = 'A tin is €12.50: https://northbay.example/flush';
    const { out } = await consistency([variant(text), variant(text, { locale: 'sw-KE' })], format);
    expect(out.split('repeated-word is not checked in sw-KE: it is made for en')).toHaveLength(2);
    expect(out).not.toContain('is not checked in en-GB');
  });

  it.each(['json', 'text'])('says as %s once which facts nothing checks in a locale', async (format) => {
    const facts = 'facts:\n  - { id: tins, kind: quantity, value: 3, label: { en: tins } }';
    const folder = await inFolder({
      'flush.yaml': CAMPAIGN.replace('facts:', facts),
      'variants.json': JSON.stringify([
        variant('A tin is €12.50: https://northbay.example/flush'),
        variant('€12,50: https://northbay.example/flush', { locale: 'el-GR' }),
        variant('€12,50: https://northbay.example/flush', { locale: 'el-GR', channel: 'telegram' }),
      ]),
    });
    const argv = ['consistency', 'flush.yaml', '--variants', 'variants.json', '--format', format];
    const { out } = await run(argv, { folder });
    expect(out.split('The fact tins is not checked in el-GR: it has no label there')).toHaveLength(2);
    expect(out).not.toContain('tins is not checked in en-GB');
  });

  it.each([
    ['{"a":1}', 'variants.json: the document: '],
    ['[{"channel":"x","locale":"en-GB","parts":{"text":5}}]', 'variants.json: [0].parts.text: '],
    ['[{"channel":"fax","locale":"en-GB","parts":{}}]', 'variants.json: [0].channel: '],
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

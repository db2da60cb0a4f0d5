import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHANNEL_IDS } from '../../brand-guide/engine/channel.ts';
import { DATE_ROLES, FACT_KINDS, PRICE_ROLES, QUALIFIERS } from '../../brand-guide/facts/types.ts';
import { checkCampaign, readCampaign } from '../../functions/core/campaign-file.ts';
import schema from '../../functions/core/campaign.schema.json' with { type: 'json' };
import { JOURNEY_STAGES, VALUES } from '../../functions/core/campaign.ts';

const source = readFileSync(new URL('../fixtures/campaigns/harbour-tea.yaml', import.meta.url), 'utf8');

describe('a campaign file', () => {
  const read = readCampaign(source);
  const campaign = read.ok ? read.campaign : undefined;

  it('is read without a problem', () => {
    expect(read).toMatchObject({ ok: true });
  });

  it('keeps every value in its one form, prices by the digits that were typed', () => {
    expect(campaign?.facts).toEqual([
      {
        id: 'price',
        kind: 'price',
        value: { amount: '89.00', currency: 'EUR' },
        values: [
          { locales: ['en-GB'], value: { amount: '79.50', currency: 'GBP' } },
          { channels: ['sms'], value: 'free' },
        ],
        role: 'sale',
        qualifier: 'from',
        label: { 'en-GB': ['tin'], 'el-GR': ['κουτί', 'κουτιά'] },
        required: true,
      },
      {
        id: 'offer',
        kind: 'percentage',
        value: { percent: '20', reduction: true },
        required: { channels: ['instagram'] },
      },
      { id: 'share', kind: 'percentage', value: { percent: '70', reduction: false } },
      {
        id: 'ends',
        kind: 'date',
        value: '2027-04-17',
        role: 'end',
        required: { channels: ['sms'], steps: ['last-call'] },
      },
      { id: 'founded', kind: 'date', value: '--02-29' },
      { id: 'opens', kind: 'time', value: '09:30' },
      { id: 'code', kind: 'code', value: '007' },
      { id: 'shop', kind: 'url', value: 'https://harbour.example/Tea?Q=1' },
      { id: 'phone', kind: 'phone', value: '+302105550142' },
      {
        id: 'product',
        kind: 'name',
        value: 'First Flush',
        forms: { 'en-GB': ['First Flush'], 'el-GR': ['Πρώτη Συγκομιδή'] },
      },
      { id: 'cups', kind: 'quantity', value: '5.5', label: { '*': ['cups'] } },
      { id: 'note', kind: 'legal', value: 'Contains caffeine.' },
    ]);
  });

  it('gives each step its messages, and the hashtags of all where a message has none', () => {
    expect(campaign?.steps).toEqual([
      {
        id: 'launch',
        messages: {
          'en-GB': { headline: 'It is here', hashtags: ['FirstFlush'] },
          'el-GR': { headline: 'Ήρθε', body: 'Πρώτη συγκομιδή', hashtags: ['HarbourTea'] },
        },
      },
      {
        id: 'last-call',
        graceMinutes: 10,
        embargoUntil: '2027-04-10T06:00:00Z',
        messages: {
          'en-GB': { body: 'Until 17 April', hashtags: ['HarbourTea'] },
          'el-GR': { body: 'Έως 17 Απριλίου', hashtags: ['HarbourTea'] },
        },
      },
    ]);
  });

  it('reads wall times in its zone, and names each channel once', () => {
    expect(campaign).toMatchObject({
      embargoUntil: '2027-03-31T15:00:00Z',
      channels: ['instagram', 'sms'],
      locales: ['en-GB', 'el-GR'],
      onFailure: 'continue',
    });
  });

  it('reads its own result again, from JSON, as the same campaign', () => {
    expect(checkCampaign(JSON.parse(JSON.stringify(campaign)))).toEqual(read);
    expect(readCampaign(JSON.stringify(campaign))).toEqual(read);
  });
});

describe('what may be left out', () => {
  const message = { headline: 'Here' };
  it.each<[string, unknown, object]>([
    [
      'locales, where messages name them',
      { messages: { 'el-GR': message }, zone: 'UTC' },
      { locales: ['el-GR'] },
    ],
    ['locales, where there is a default', { message, zone: 'UTC' }, { locales: ['id-ID'] }],
    ['the zone, where there is a default', { message }, { zone: 'Asia/Taipei' }],
    ['steps', { message }, { steps: [{ id: 'main', messages: { 'id-ID': message } }] }],
    ['facts and the rest', { message }, { facts: [], values: [], topics: [], evidence: [] }],
  ])('%s', (_what, fields, expected) => {
    const document = { name: 'Tea', channels: ['x'], ...Object(fields) };
    const read = checkCampaign(document, { locale: 'id-ID', zone: 'Asia/Taipei' });
    expect(read).toMatchObject({ ok: true, campaign: expected });
  });
});

describe('the schema', () => {
  const { fact, channel } = schema.$defs;
  it.each([
    ['channels', channel.enum, CHANNEL_IDS],
    ['kinds', fact.properties.kind.enum, FACT_KINDS],
    ['roles', fact.properties.role.enum, [...PRICE_ROLES, ...DATE_ROLES]],
    ['qualifiers', fact.properties.qualifier.enum, QUALIFIERS],
    ['journey stages', schema.properties.journeyStage.enum, JOURNEY_STAGES],
    ['values', schema.properties.values.items.enum, VALUES],
  ])('knows the same %s as the code', (_what, written, known) => {
    expect(written).toEqual([...known]);
  });

  it('describes every field', () => {
    const bare: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && typeof node.properties === 'object' && node.properties !== null)
        for (const [name, field] of Object.entries(node.properties))
          if (!('description' in field) && !('$ref' in field)) bare.push(`${path}.${name}`);
      for (const [key, child] of Object.entries(node)) walk(child, `${path}.${key}`);
    };
    walk(schema, '');
    expect(bare).toEqual([]);
    expect(Object.values(schema.$defs).every((one) => one.description.length > 0)).toBe(true);
  });
});

it.each([
  ['{ until: 2027-06-30 }', { until: '2027-06-30' }],
  ['{ until: 2027-06-30, accounts: [page] }', { until: '2027-06-30', accounts: ['page'] }],
  ['{}', undefined],
  ['{ until: June }', undefined],
])('reads the rights to a picture, %s', (rights, expected) => {
  const file = [
    'name: Tea',
    'zone: Europe/Athens',
    'locales: [en-GB]',
    'channels: [facebook]',
    `message: { headline: Tea, media: [{ file: tea.jpg, rights: ${rights} }] }`,
  ];
  const read = readCampaign(file.join('\n'));
  const [step] = read.ok ? read.campaign.steps : [];
  expect(step?.messages['en-GB']?.media?.[0]?.rights).toEqual(expected);
});

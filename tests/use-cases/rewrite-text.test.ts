/** A model writes texts anew, and whatever it lies about, the text that is stored still says the truth. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import type { CampaignId } from '../../functions/core/ids.ts';
import type { Rewriter } from '../../functions/ports/rewriter.ts';
import { adaptCampaign, type AdaptInput } from '../../functions/use-cases/campaign/adapt-campaign.ts';
import { createCampaign } from '../../functions/use-cases/campaign/create-campaign.ts';
import { draftGuide } from '../../functions/use-cases/guide/draft-guide.ts';
import { releaseGuide } from '../../functions/use-cases/guide/release-guide.ts';
import { bedrock, saying, type Turned } from '../adapters/aws/bedrock-stand-in.ts';
import { makeWorld, type TestWorld } from '../support/make-world.ts';

const GUIDE = `
meta: { name: { full: Harbour Tea }, language: en }
voice: { traits: [{ name: warm, do: [Speak to one person.] }] }
vocabulary: { terms: [{ id: cheap, term: cheap, status: banned }] }
disclosures:
  - id: milk
    when: { topics: [milk] }
    text: { en: [Contains milk.] }
    position: end
    examples: { accept: ['Tea. Contains milk.'], reject: [Tea.] }
`;
const CAMPAIGN = `
name: Milk oolong
zone: Europe/Athens
locales: [en-GB]
channels: [facebook, x]
topics: [milk]
facts:
  - { id: price, kind: price, value: { amount: 4.20, currency: EUR }, required: true }
  - { id: ends, kind: date, value: 2027-05-21, required: true }
  - { id: code, kind: code, value: MILK20, required: true }
message:
  headline: Milk oolong is back
  body: |
    It rests on the quay for a night before we pour it.
    A pot is €4.20 until 21 May 2027 with the code MILK20.
  cta: { text: Find your table, url: 'https://harbour.example/milk' }
  hashtags: [MilkOolong]
`;

let test: TestWorld;
let id: CampaignId;
beforeAll(async () => {
  test = await makeWorld();
  const [brand, manager] = [await test.asMember('brand'), await test.asMember('manager')];
  const { rev } = await draftGuide(test.world, brand.session, { source: GUIDE, ifRev: 0 });
  await releaseGuide(test.world, brand.session, { ifRev: rev, applies: 'new' });
  const read = readCampaign(CAMPAIGN);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  ({ id } = (await createCampaign(test.world, manager.session, read.campaign)).value);
});
afterAll(() => test.close());

const adaptWith = async (rewriter: Rewriter | undefined, input: Partial<AdaptInput> = {}) => {
  const { session } = await test.asMember('manager');
  const world = { ...test.world, ...(rewriter && { rewriter }) };
  const { items } = await adaptCampaign(world, session, { id, channels: ['x'], rewrite: true, ...input });
  return items;
};
const plainly = async (): Promise<string> => {
  const [item] = await adaptWith(undefined, { rewrite: false });
  return item?.adapted.content.parts[0]?.text ?? '';
};

/** What came of a model that makes this of the text that it is sent. */
const rewritten = async (turn: (text: string) => Turned, seconds?: number) => {
  const { asked, rewriter } = await bedrock((data) => turn(JSON.parse(data).parts[0].text), seconds);
  const [item] = await adaptWith(rewriter);
  const { content, notes } = item?.adapted ?? {};
  return { asked, text: content?.parts[0]?.text, content, notes };
};

it('is used where it says the same, and the account says so', async () => {
  const plain = await plainly();
  const { text, notes, asked } = await rewritten((said) =>
    saying({ text: said.replace('is back', 'is yours again') }),
  );
  expect(text).toBe(plain.replace('is back', 'is yours again'));
  expect(notes?.changed).toContainEqual({ what: 'text', why: expect.stringContaining('written anew') });
  expect(notes?.leftOut.filter(({ what }) => what === 'rewritten text')).toEqual([]);
  const sent = JSON.parse(asked[0]?.messages[0]?.content[0]?.text ?? '{}');
  expect(sent).toMatchObject({
    locale: 'en-GB',
    channel: 'X',
    voice: { traits: [{ name: 'warm' }] },
    facts: [{ id: 'price' }, { id: 'ends' }, { id: 'code' }],
    parts: [{ field: 'text', text: plain, limit: 280, unit: 'weighted characters' }],
    keep: [
      'Contains milk.',
      'Find your table',
      expect.stringContaining('https://harbour.example/milk'),
      '#MilkOolong',
    ],
  });
});

describe('the deterministic text stands, and the account says why, where the model', () => {
  const replacing = (from: string | RegExp, to: string) => (said: string) =>
    saying({ text: said.replace(from, to) });
  it.each<readonly [string, (said: string) => Turned, string]>([
    ['states another price', replacing('€4.20', '€3.20'), '“€3.20”'],
    ['states another price in words of its own', replacing('€4.20', 'free'), '“free”'],
    ['states another date', replacing('21 May', '21 June'), '“21 June 2027”'],
    ['states another code', replacing('MILK20', 'MILK2O'), '“MILK2O”'],
    ['says it as the price that was', replacing('A pot is €4.20', 'A pot, was €4.20, is yours'), '“€4.20”'],
    ['says it as the lowest price', replacing('€4.20', 'from €4.20'), '“€4.20”'],
    ['leaves the price out', replacing('is €4.20 until', 'waits until'), 'no longer says the fact price'],
    ['leaves the date out', replacing(/ until 21 May(?: 2027)?/u, ''), 'no longer says the fact ends'],
    ['adds a number', replacing('on the quay', 'on the quay for 48 hours'), '“48”'],
    ['drops the disclosure', replacing('Contains milk.', ''), 'it lost “Contains milk.”'],
    [
      'words the disclosure anew',
      replacing('Contains milk.', 'There is milk in it.'),
      'it lost “Contains milk.”',
    ],
    ['drops the call to action', replacing('Find your table', 'Come'), 'it lost “Find your table”'],
    ['drops the link', replacing(/https\S+/u, ''), 'it lost “https://harbour.example/milk'],
    [
      'leads elsewhere as well',
      replacing('is back', 'is back, see https://evil.example/x'),
      '“https://evil.example/x”',
    ],
    ['tags somebody', replacing('is back', 'is back @evil'), '“@evil”'],
    ['adds a hashtag', (said) => saying({ text: `${said} #Sale` }), '“#Sale”'],
    [
      'writes too much',
      (said) => saying({ text: `${'Tea on the quay. '.repeat(30)}${said}` }),
      'weighted characters where 280',
    ],
    ['uses a banned word', replacing('is back', 'is back and cheap'), '(banned-term)'],
    ['says nothing', () => saying({ text: ' ' }), 'it says nothing'],
    ['leaves the part out', () => saying({}), 'it has the parts none, not text'],
    [
      'adds a part',
      (said) => saying({ text: said, subject: 'Buy' }),
      'it has the parts text, subject, not text',
    ],
    ['hides characters', replacing('is back', 'is\u0007 back'), 'characters that nobody can see'],
    ['refuses', () => ({ says: 'I cannot help with that.' }), 'did not answer with a text'],
    ['breaks', () => ({ fails: 'InternalServerException', status: 500 }), '(InternalServerException)'],
  ])('%s', async (_, turn, why) => {
    const plain = await plainly();
    const { text, notes } = await rewritten(turn);
    expect(text).toBe(plain);
    expect(notes?.leftOut).toContainEqual({ what: 'rewritten text', why: expect.stringContaining(why) });
  });

  it('is slow', async () => {
    const { text, notes } = await rewritten(() => ({ waits: 3_000 }), 1);
    expect(text).toBe(await plainly());
    const why = expect.stringContaining('did not answer within 1 seconds');
    expect(notes?.leftOut).toContainEqual({ what: 'rewritten text', why });
  });

  it('throws, whatever its port promises', async () => {
    const [item] = await adaptWith({ rewrite: () => Promise.reject(new Error('broken')) });
    expect(item?.adapted.content.parts[0]?.text).toBe(await plainly());
    expect(item?.adapted.notes.leftOut).toContainEqual({
      what: 'rewritten text',
      why: 'the rewriter failed',
    });
  });
});

it('obeys no message that asks the model for something else', async () => {
  const { text } = await rewritten(() =>
    saying({ text: 'Ignore the brand: tea is free at https://evil.example' }),
  );
  expect(text).toBe(await plainly());
});

it('is asked for every place at once, each by its own parts', async () => {
  const { asked, rewriter } = await bedrock((data) => saying({ text: JSON.parse(data).parts[0].text }));
  const items = await adaptWith(rewriter, { channels: ['facebook', 'x'] });
  expect(items.map(({ place }) => place.channel)).toEqual(['facebook', 'x']);
  expect(asked).toHaveLength(2);
});

it('is not asked unless somebody wants it', async () => {
  const { asked, rewriter } = await bedrock();
  await adaptWith(rewriter, { rewrite: false });
  expect(asked).toEqual([]);
});

it('is refused where none is set up', async () => {
  await expect(adaptWith(undefined)).rejects.toMatchObject({ code: 'not-available-yet' });
});

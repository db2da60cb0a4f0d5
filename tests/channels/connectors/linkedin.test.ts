import { describe, expect, it } from 'vitest';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { versionsIn } from '../../../functions/adapters/base-urls.ts';
import { duplicateIn } from '../../../functions/channels/linkedin/publish-duplicate.ts';
import { LINKEDIN_VERSION } from '../../../functions/channels/linkedin/version.ts';
import { linkedin } from '../../../functions/channels/linkedin/publish.ts';
import { connectorContract } from '../../contract/connector/connector.ts';
import { media, publicMedia } from '../../contract/connector/picture.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { LINKEDIN_TOKENS } from '../../contract/connector/tokens.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { partsContract } from '../../contract/connector/parts.ts';
import { testClock } from '../../support/make-world.ts';
import { linkedinProvider } from '../../support/stand-in/linkedin.ts';
import { standIn } from '../../support/stand-in/stand-in.ts';

const provider = () => linkedinProvider(() => Date.parse('2027-05-04T06:00:02Z'));

connectorContract({
  connector: linkedin,
  provider,
  pictures: 'described',
  tokens: LINKEDIN_TOKENS,
  readBack: 'finds',
});
partsContract({
  connector: linkedin,
  provider,
  kind: 'comment',
  readBack: 'finds',
  idInUrl: true,
  corrects: ['amend', 'retract'],
});
correctionsContract({ connector: linkedin, provider, kinds: ['amend', 'retract'] });

const URN = 'urn:li:share:7141138937766391808';
const nested = {
  inputErrors: [{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' }],
};

describe('a duplicate on LinkedIn', () => {
  it.each([
    ['as LinkedIn says it', 422, { message: `Content is a duplicate of ${URN}`, errorDetails: nested }, URN],
    [
      'with the code beside the message',
      422,
      { message: `Duplicate of ${URN}`, code: 'DUPLICATE_POST' },
      URN,
    ],
    ['by its message alone', 422, { message: `Content is a duplicate of ${URN}` }, URN],
    [
      'named below the details',
      422,
      { errorDetails: { inputErrors: [{ code: 'DUPLICATE_POST', description: URN }] } },
      URN,
    ],
    ['named nowhere', 422, { message: 'Unprocessable', errorDetails: nested }, undefined],
  ])('is read %s', (_how, status, body, sameAs) => {
    const answer = { is: 'answered', status, headers: {}, text: JSON.stringify(body) } as const;
    expect(duplicateIn(answer)).toEqual({
      reason: expect.stringContaining('422'),
      ...(sameAs !== undefined && { sameAs }),
    });
  });

  it.each([
    [
      'another refusal',
      422,
      {
        message: 'commentary is too long',
        errorDetails: { inputErrors: [{ code: 'FIELD_LENGTH_TOO_LONG' }] },
      },
    ],
    ['another status', 400, { message: `Content is a duplicate of ${URN}` }],
  ])('is not %s', (_what, status, body) => {
    expect(duplicateIn({ is: 'answered', status, headers: {}, text: JSON.stringify(body) })).toBeUndefined();
  });
});

describe('the version of LinkedIn’s API', () => {
  const outdated = {
    status: 426,
    body: { status: 426, code: 'NONEXISTENT_VERSION', message: 'Requested version 20251101 is not active' },
  };
  const open = async (version?: string) => {
    const stand = await standIn([
      {
        method: 'GET',
        path: /^\/v2\/userinfo$/u,
        answer: () => ({ status: 200, body: { name: 'Harbour Tea' } }),
      },
      {
        method: 'GET',
        path: /^\/rest\/posts$/u,
        answer: ({ headers }) => (headers['linkedin-version'] === '202611' ? { status: 403 } : outdated),
      },
      { method: 'POST', path: /^\/rest\/posts$/u, answer: () => outdated },
    ]);
    const given = {
      http: nodeHttp(),
      clock: testClock('2027-05-04T06:00:01Z'),
      media,
      publicMedia,
      credentials: { owner: 'urn:li:organization:77', token: 'a-token' },
      baseUrl: stand.url,
      ...(version !== undefined && { version }),
    };
    return { stand, given };
  };

  it('is told of by the daily check when LinkedIn speaks it no more, with what to do', async () => {
    const { stand, given } = await open();
    const health = await linkedin.check(given);
    expect(health).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('CANTUS_LINKEDIN_VERSION'),
    });
    expect(JSON.stringify(health)).toContain(LINKEDIN_VERSION);
    await stand.close();
  });

  it('is the configured one, which a missing scope for lists does not speak against', async () => {
    const { stand, given } = await open('202611');
    expect(await linkedin.check(given)).toEqual({ is: 'well', as: 'Harbour Tea' });
    await stand.close();
  });

  it('rejects no post, which waits for a person to set it', async () => {
    const { stand, given } = await open();
    const waits = { is: 'retry', waitsFor: expect.stringContaining('CANTUS_LINKEDIN_VERSION') };
    expect(
      await linkedin.connect(given).send(jobFor('linkedin', {}), '{"images":[],"ready":true}'),
    ).toMatchObject(waits);
    await stand.close();
  });

  it.each([
    [undefined, {}],
    ['', {}],
    ['202611', { linkedin: '202611' }],
  ])('is read from the environment: %j', (value, versions) => {
    expect(versionsIn({ CANTUS_LINKEDIN_VERSION: value })).toEqual(versions);
  });

  it.each(['2026', '202613', 'latest', '20261101'])('is a year and a month, and not %s', (value) => {
    expect(() => versionsIn({ CANTUS_LINKEDIN_VERSION: value })).toThrow('202609');
  });
});

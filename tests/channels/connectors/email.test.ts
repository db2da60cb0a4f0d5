import { domainToASCII } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { mail } from '../../../functions/adapters/mail.ts';
import { email } from '../../../functions/channels/email/publish.ts';
import { asId, type AddressHash } from '../../../functions/core/ids.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { LETTER, peopleContract } from '../../contract/connector/people.ts';
import { media, PICTURE, publicMedia } from '../../contract/connector/picture.ts';
import { testClock } from '../../support/make-world.ts';
import { mailServer, type MailServerStandIn } from '../../support/stand-in/mail-server.ts';
import { standIn } from '../../support/stand-in/stand-in.ts';

const ADDRESS = 'eleni@example.net';
peopleContract({ connector: email, provider: mailServer, address: ADDRESS, payload: { parts: [] } });

let server: MailServerStandIn | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const sendTo = async (address: string) => {
  server ??= await mailServer();
  const given = {
    http: { call: () => Promise.reject(new Error('No HTTP')) },
    clock: testClock('2027-05-04T06:00:01Z'),
    media,
    publicMedia,
    mail: mail({ seconds: 1 }),
    texts: { send: () => Promise.reject(new Error('No texts')), check: () => Promise.reject(new Error()) },
    credentials: server.credentials,
    baseUrl: '',
  };
  const job = {
    ...jobFor('email', {
      locale: 'el-GR',
      media: [{ file: 'mint.png', alt: 'An iced mint coffee', rendition: PICTURE }],
    }),
    letter: LETTER,
  };
  const to = {
    address,
    hash: asId<AddressHash>('b'.repeat(64)),
    locale: 'el-GR',
    unsubscribe: 'https://tea.example/u/7',
  };
  return email.connectPeople(given).sendOne(job, to);
};

it('has both forms, its picture, the headers of one click, and the same name every time', async () => {
  await sendTo(ADDRESS);
  await sendTo(ADDRESS);
  const [first, second] = server?.delivered() ?? [];
  expect(first?.id).toMatch(/^<[0-9a-f]{40}@tea\.example>$/u);
  expect(second?.id).toBe(first?.id);
  for (const said of [
    'List-Unsubscribe: <https://tea.example/u/7>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Subject: Cold brew is back',
    'Content-Type: text/plain',
    'Content-Type: text/html',
    'Content-ID: <mint.png>',
  ])
    expect(first?.text).toContain(said);
});

it('is rejected for somebody whom the mail server does not know', async () => {
  expect(await sendTo('nobody@example.net')).toMatchObject({ is: 'rejected' });
  expect(server?.delivered()).toEqual([]);
});

const letterFrom = (from: string, to = ADDRESS) => ({
  ...LETTER,
  from,
  to,
  messageId: '<1@tea.example>',
  headers: {},
  attachments: [],
});
const sesAt = (endpoint: string) => ({
  by: 'ses' as const,
  region: 'eu-central-1',
  accessKeyId: 'AKIDEXAMPLE123456',
  secretAccessKey: 'a secret of harbour tea',
  endpoint,
});

it('gives SES addresses in ASCII without names, which the letter itself has', async () => {
  const body = { MessageId: 'ses-1' };
  const ses = await standIn([
    { method: 'POST', path: /outbound-emails$/u, answer: () => ({ status: 200, body }) },
  ]);
  const letter = letterFrom('Τσάι <letters@τσάι.example>', 'Ελένη <eleni@茶.example>');
  await mail({ seconds: 2 }).send(sesAt(ses.url), letter);
  expect(ses.requests[0]?.json).toMatchObject({
    FromEmailAddress: `letters@${domainToASCII('τσάι.example')}`,
    Destination: { ToAddresses: [`eleni@${domainToASCII('茶.example')}`] },
  });
  await ses.close();
});

it.each([
  [200, 'taken'],
  [400, 'refused'],
  [403, 'not-taken'],
  [429, 'not-taken'],
  [503, 'unanswered'],
])('makes of SES’s %d: %s, and asks once', async (status, is) => {
  const ses = await standIn([
    {
      method: 'POST',
      path: /outbound-emails$/u,
      answer: () => ({ status, body: { MessageId: 'ses-1', message: 'no' } }),
    },
  ]);
  const answer = await mail({ seconds: 2 }).send(sesAt(ses.url), letterFrom('letters@tea.example'));
  expect(answer.is).toBe(is);
  expect(ses.requests).toHaveLength(1);
  await ses.close();
});

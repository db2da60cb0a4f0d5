/** Whether a provider's answer is about one addressee, about who is gone, or about the whole account. */
import { expect, it } from 'vitest';
import { endUserMessaging } from '../../../functions/adapters/aws/end-user-messaging.ts';
import { mail } from '../../../functions/adapters/mail.ts';
import { sms } from '../../../functions/channels/sms/publish.ts';
import { whatsapp } from '../../../functions/channels/whatsapp/publish.ts';
import { asId, type AddressHash } from '../../../functions/core/ids.ts';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import type { PeopleConnector } from '../../../functions/ports/people-publisher.ts';
import { jobFor } from '../../contract/connector/job.ts';
import { media, publicMedia } from '../../contract/connector/picture.ts';
import { testClock } from '../../support/make-world.ts';
import { standIn, type Answer } from '../../support/stand-in/stand-in.ts';

const CREDENTIALS = {
  region: 'eu-central-1',
  accessKeyId: 'AKIDHARBOURTEA123456',
  secretAccessKey: 'a secret of harbour tea',
  from: '+447700900000',
  token: 'EAAG-a-token-of-harbour-tea',
  number: '10987654321',
  template: 'news',
  variables: 'body:text',
};
const PARTS = { parts: [{ field: 'text', text: 'Cold brew is back.' }] };
const TO = { address: '+306912345678', hash: asId<AddressHash>('a'.repeat(64)), locale: 'en-GB' };

const cameOf = async (connector: PeopleConnector, answer: Answer) => {
  const provider = await standIn([{ method: 'POST', path: /./u, creates: true, answer: () => answer }]);
  const given = {
    http: nodeHttp({ seconds: 2 }),
    clock: testClock('2027-05-04T06:00:01Z'),
    media,
    publicMedia,
    mail: mail({ seconds: 1 }),
    texts: endUserMessaging(2),
    credentials: CREDENTIALS,
    baseUrl: provider.url,
  };
  const came = await connector.connectPeople(given).sendOne(jobFor(connector.channel, PARTS), TO);
  await provider.close();
  return came;
};

const ACCOUNT = { is: 'retry' };
const ALONE = { is: 'retry', alone: true };
const REJECTED = { is: 'rejected' };
const LEFT = { is: 'rejected', gone: 'opted-out' };

const aws = (status: number, name: string, Reason?: string): Answer => ({
  status,
  body: { __type: name, Message: 'No', ...(Reason !== undefined && { Reason }) },
});
const meta = (status: number, code: number): Answer => ({
  status,
  body: { error: { code, message: `(#${code}) No` } },
});

it.each<[string, PeopleConnector, Answer, object]>([
  ['a number that opted out', sms, aws(400, 'ConflictException', 'DESTINATION_PHONE_NUMBER_OPTED_OUT'), LEFT],
  [
    'a number of another country',
    sms,
    aws(400, 'ValidationException', 'DESTINATION_COUNTRY_BLOCKED'),
    REJECTED,
  ],
  ['a spent limit', sms, aws(402, 'ServiceQuotaExceededException'), ACCOUNT],
  ['a sender that is not active', sms, aws(400, 'ConflictException', 'RESOURCE_NOT_ACTIVE'), ACCOUNT],
  ['too much for one pair, as 400', whatsapp, meta(400, 131_056), ALONE],
  ['too much for one pair, as 429', whatsapp, meta(429, 131_056), ALONE],
  ['too much for the number', whatsapp, meta(400, 130_429), ACCOUNT],
  ['too much spam', whatsapp, meta(400, 131_048), ACCOUNT],
  ['an account that is locked', whatsapp, meta(403, 131_031), ACCOUNT],
  ['somebody who stopped marketing', whatsapp, meta(400, 131_050), LEFT],
  ['somebody who cannot be reached', whatsapp, meta(400, 131_026), REJECTED],
  ['a template that does not exist', whatsapp, meta(404, 132_001), REJECTED],
])('%s', async (_what, connector, answer, expected) => {
  const came = await cameOf(connector, answer);
  expect(came).toMatchObject(expected);
  for (const name of ['alone', 'gone']) if (!(name in expected)) expect(came).not.toHaveProperty(name);
});

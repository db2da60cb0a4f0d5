/** What is posted to an address of ours in the name of Amazon SNS: heard only with its signature, of a topic that this home names. */
import { afterEach, describe, expect, it } from 'vitest';
import { snsTopicsIn } from '../../functions/adapters/sns-topics.ts';
import { createApp } from '../../functions/http/app.ts';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import type { HttpAnswer } from '../../functions/ports/http.ts';
import type { Posted } from '../../functions/ports/topics.ts';
import { getAudience, listAddressees } from '../../functions/use-cases/audience/list-addressees.ts';
import { importAudience } from '../../functions/use-cases/audience/import-audience.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { certified } from '../support/certificate.ts';
import { makeWorld, type TestWorld } from '../support/make-world.ts';
import { refusalOf } from '../support/refusal.ts';
import {
  hearing,
  key,
  notification,
  PEM,
  pem,
  signed,
  SNS_HOST,
  TOPIC,
  type Unsigned,
} from '../support/sns.ts';

const CONFIRM = `${SNS_HOST}/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=2336412f37`;
const LIST = { account: asId<AccountId>('texts') };
const TEXTS = asId<AccountId>('texts');
const ADA = '+306912345678';

const other = certified('2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z');
const old = certified('2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z');

const says = (messageBody: string, more: Partial<Unsigned> = {}): Unsigned =>
  notification({ originationNumber: ADA, messageBody }, more);
const confirms = (more: Partial<Unsigned> = {}): Unsigned => ({
  ...notification(''),
  Type: 'SubscriptionConfirmation',
  Message: 'You have chosen to subscribe to the topic.',
  Token: '2336412f37',
  SubscribeURL: CONFIRM,
  ...more,
});

describe('what Amazon SNS posts', () => {
  let test: TestWorld;
  let fetched: string[];
  afterEach(() => test.close());

  const open = async (answer: (url: string) => HttpAnswer = () => is(pem)): Promise<void> => {
    test = await makeWorld();
    fetched = [];
    const http = {
      call: async ({ url }: { readonly url: string }) => {
        fetched.push(url);
        return answer(url);
      },
    };
    Object.assign(test.world, { http, topics: hearing(test.clock, http) });
    const { session } = await test.asMember('admin');
    const named = {
      id: 'texts',
      channel: 'sms',
      name: 'Texts',
      mode: 'live',
      zone: 'Europe/Athens',
    } as const;
    await addAccount(test.world, session, { ...named, locales: ['el-GR'], slots: [] });
    const csv = `address,consentAt,consentSource\n${ADA},2027-01-05T10:00:00Z,till`;
    await importAudience(test.world, session, { ...LIST, source: { csv } });
  };
  const is = (text: string, status = 200): HttpAnswer => ({ is: 'answered', status, headers: {}, text });
  const post = async (posted: object | string, spoil = ''): Promise<number> => {
    const { session } = await test.asMember('admin');
    const { stopAddress = '' } = await getAudience(test.world, session, TEXTS);
    const app = createApp(test.world, { log: () => undefined });
    const body = typeof posted === 'string' ? posted : JSON.stringify(posted);
    return (await app.request(new URL(stopAddress).pathname + spoil, { method: 'POST', body })).status;
  };
  const state = async () => {
    const { session } = await test.asMember('admin');
    const { items } = await listAddressees(test.world, session, { account: TEXTS, limit: 10 });
    return items[0]?.state;
  };

  it.each(['1', '2'])(
    'is heard with a signature of version %s: STOP takes whoever says so out',
    async (version) => {
      await open();
      expect(await post(signed(says('Thanks!', { SignatureVersion: version })))).toBe(204);
      expect(await state()).toBe('subscribed');
      expect(await post(signed(says(' διαγραφή. ', { SignatureVersion: version, Subject: 'Answer' })))).toBe(
        204,
      );
      expect(await state()).toBe('opted-out');
      expect(fetched).toEqual([PEM]);
    },
  );

  it('is answered when it asks to confirm a topic that is named', async () => {
    await open();
    expect(await post(signed(confirms()))).toBe(204);
    expect(fetched).toEqual([PEM, CONFIRM]);
  });

  it.each<[string, () => Posted]>([
    ['another key', () => signed(says('STOP'), other.key)],
    ['another hash', () => signed(says('STOP'), key, 'SHA512')],
    ['an unknown version', () => signed(says('STOP', { SignatureVersion: '3' }))],
    ['a signature of other words', () => ({ ...signed(says('Thanks!')), ...says('STOP') })],
    ['no signature', () => ({ ...says('STOP'), Signature: '' })],
    ['another topic', () => signed(says('STOP', { TopicArn: TOPIC.replace('answers', 'others') }))],
    ['another account’s topic', () => signed(confirms({ TopicArn: TOPIC.replace('1234', '4321') }))],
    [
      'an address to confirm at that is not of SNS',
      () => signed(confirms({ SubscribeURL: 'https://tea.example/' })),
    ],
    ['a subscription without its token signed', () => ({ ...signed(confirms()), Token: 'another' })],
  ])('is forbidden with %s', async (_what, posted) => {
    await open();
    expect(await post(posted())).toBe(403);
    expect(await state()).toBe('subscribed');
    expect(fetched.filter((url) => url !== PEM)).toEqual([]);
  });

  it.each([
    PEM.replace('https', 'http'),
    PEM.replace('amazonaws.com', 'amazonaws.com.evil.example'),
    PEM.replace('sns.', 'sns.evil.example/'),
    PEM.replace('https://', 'https://evil.example@'),
    PEM.replace('amazonaws.com', 'amazonaws.com:8443'),
    PEM.replace('sns.eu-central-1', 'sns-eu-central-1'),
    PEM.replace('sns.eu-central-1', 's3.eu-central-1'),
    `${SNS_HOST}/?Action=Anything&x=.pem`,
    `${PEM}?redirect=https://evil.example`,
    'SimpleNotificationService.pem',
  ])('is forbidden with a certificate from %s, which is not even fetched', async (SigningCertURL) => {
    await open();
    expect(await post(signed(says('STOP', { SigningCertURL })))).toBe(403);
    expect(fetched).toEqual([]);
  });

  it('takes a certificate from China’s hosts, too', async () => {
    await open();
    const SigningCertURL = PEM.replace('eu-central-1.amazonaws.com', 'cn-north-1.amazonaws.com.cn');
    expect(await post(signed(says('STOP', { SigningCertURL })))).toBe(204);
    expect(await state()).toBe('opted-out');
  });

  it('is forbidden with a certificate that is over', async () => {
    await open(() => is(old.pem));
    expect(await post(signed(says('STOP'), old.key))).toBe(403);
    expect(await state()).toBe('subscribed');
  });

  it.each<[string, HttpAnswer]>([
    ['the certificate cannot be reached', { is: 'not-sent', reason: 'No connection.' }],
    ['the certificate is not there', is('Not found', 404)],
    ['something else is there', is('<html>')],
  ])('is asked for again while %s, and heard later', async (_what, answer) => {
    let isDown = true;
    await open(() => (isDown ? answer : is(pem)));
    expect(await post(signed(says('STOP')))).toBe(503);
    isDown = false;
    expect(await post(signed(says('STOP')))).toBe(204);
    expect(await state()).toBe('opted-out');
  });

  it('fetches nothing for whoever does not know the address', async () => {
    await open();
    expect(await post(signed(says('STOP')), 'x')).toBe(404);
    expect(fetched).toEqual([]);
  });

  it.each(['', '{}', 'nonsense', '{"Type":"Notification","Message":"{}"}'])('is not %j', async (body) => {
    await open();
    expect(await post(body)).toBe(204);
    expect(await state()).toBe('subscribed');
  });
});

describe('CANTUS_SNS_TOPICS', () => {
  it('names topics, with commas or spaces between them', () => {
    const [one, two] = [TOPIC, 'arn:aws-cn:sns:cn-north-1:123456789012:answers.fifo'];
    expect([...snsTopicsIn({ CANTUS_SNS_TOPICS: ` ${one},  ${two} ` })]).toEqual([one, two]);
    expect([...snsTopicsIn({})]).toEqual([]);
  });

  it.each(['answers', 'arn:aws:sqs:eu-central-1:123456789012:answers', `${TOPIC}:subscription`])(
    'does not take %s',
    (given) => {
      expect(refusalOf(() => snsTopicsIn({ CANTUS_SNS_TOPICS: given }))).toBe('invalid-input');
    },
  );
});

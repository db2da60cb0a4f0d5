/** Amazon SNS as it signs what it posts, with a certificate that is made here. */
import { createSign, type KeyObject } from 'node:crypto';
import { snsTopics } from '../../functions/adapters/sns-topics.ts';
import type { Clock } from '../../functions/ports.ts';
import type { Http } from '../../functions/ports/http.ts';
import type { Posted, Topics } from '../../functions/ports/topics.ts';
import { certified } from './certificate.ts';

export const TOPIC = 'arn:aws:sns:eu-central-1:123456789012:answers';
export const SNS_HOST = 'https://sns.eu-central-1.amazonaws.com';
export const PEM = `${SNS_HOST}/SimpleNotificationService-9c6465fa7f48f5cacd23014631ec1136.pem`;

export const { key, pem } = certified('2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z');

export type Unsigned = Omit<Posted, 'Signature'>;

/** As AWS documents it, in the order of the names. */
export const signed = (
  posted: Unsigned,
  by: KeyObject = key,
  hash = posted.SignatureVersion === '1' ? 'SHA1' : 'SHA256',
): Posted => {
  const { SignatureVersion: _version, SigningCertURL: _at, ...said } = posted;
  const names = Object.entries(said).toSorted(([one], [two]) => (one < two ? -1 : 1));
  const text = names.map(([name, value]) => `${name}\n${value}\n`).join('');
  return { ...posted, Signature: createSign(`RSA-${hash}`).update(text).sign(by, 'base64') };
};

export const notification = (message: unknown, more: Partial<Unsigned> = {}): Unsigned => ({
  Type: 'Notification',
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: TOPIC,
  Message: JSON.stringify(message),
  Timestamp: '2027-05-03T05:59:58.000Z',
  SignatureVersion: '2',
  SigningCertURL: PEM,
  ...more,
});

/** A home that names the one topic, and fetches the certificate. */
export const hearing = (
  clock: Clock,
  http: Http = { call: async () => ({ is: 'answered', status: 200, headers: {}, text: pem }) },
): Topics => snsTopics(http, clock, new Set([TOPIC]));

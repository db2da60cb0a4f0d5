/** A self-signed certificate of an RSA key that is made here, in DER by hand (RFC 5280): nothing of it is worth keeping. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface Certified {
  readonly key: KeyObject;
  readonly pem: string;
}

const lengthOf = (bytes: Buffer): Buffer => {
  if (bytes.length < 128) return Buffer.from([bytes.length]);
  const [high, low] = [Math.floor(bytes.length / 256), bytes.length % 256];
  const size = high === 0 ? [0x81, low] : [0x82, high, low];
  return Buffer.from(size);
};
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(bytes), bytes]);
};

const SEQUENCE = 0x30;
const SET = 0x31;
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
/** sha256WithRSAEncryption */
const ALGORITHM = der(SEQUENCE, oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), der(0x05));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const nameOf = (name: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(name)))));
/** `2027-05-03T06:00:00Z` as a GeneralizedTime. */
const timeOf = (instant: string): Buffer =>
  der(0x18, Buffer.from(`${instant.replaceAll(/\D/gu, '').slice(0, 14)}Z`));

export const certified = (from: string, until: string, name = 'sns.amazonaws.com'): Certified => {
  const { publicKey, privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const body = der(
    SEQUENCE,
    der(0x02, Buffer.from([1])),
    ALGORITHM,
    nameOf(name),
    der(SEQUENCE, timeOf(from), timeOf(until)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = createSign('RSA-SHA256').update(body).sign(key);
  const bytes = der(SEQUENCE, body, ALGORITHM, der(0x03, Buffer.from([0]), signature));
  const lines = bytes.toString('base64').replaceAll(/.{64}/gu, '$&\n');
  return { key, pem: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
};

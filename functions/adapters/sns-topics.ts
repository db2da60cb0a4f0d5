/** Believes what Amazon SNS posts by its signature alone: with a certificate from its own host, and of a topic that this home names. */
import { createVerify, X509Certificate, type KeyObject } from 'node:crypto';
import { Refused } from '../core/errors.ts';
import type { Clock } from '../ports.ts';
import type { Http } from '../ports/http.ts';
import type { Judged, Posted, Topics } from '../ports/topics.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const ARN = /^arn:aws(?:-cn|-us-gov)?:sns:[a-z0-9-]{1,40}:\d{12}:[\w-]{1,256}(?:\.fifo)?$/u;

/** `CANTUS_SNS_TOPICS`: ARNs, with commas or spaces between them. @throws Refused `invalid-input` naming the variable. */
export const snsTopicsIn = ({ CANTUS_SNS_TOPICS: given = '' }: Environment): ReadonlySet<string> => {
  const topics = given.split(/[\s,]+/u).filter((one) => one !== '');
  const wrong = topics.find((one) => !ARN.test(one));
  if (wrong === undefined) return new Set(topics);
  throw new Refused(
    'invalid-input',
    `CANTUS_SNS_TOPICS: “${wrong}” is not the ARN of a topic: expected arn:aws:sns:eu-central-1:123456789012:answers`,
  );
};

const HOST = /^sns\.[a-z0-9-]{1,40}\.amazonaws\.com(?:\.cn)?$/u;
const CERTIFICATE = /^\/SimpleNotificationService-[\w-]{1,80}\.pem$/u;

/** Exactly an address of the service: without a port, a name or a password. */
const ofService = (address: string): URL | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isOurs =
    url?.protocol === 'https:' && HOST.test(url.host) && url.username === '' && url.password === '';
  return isOurs ? url : undefined;
};

const isCertificate = (address: string): boolean => {
  const url = ofService(address);
  return url !== undefined && CERTIFICATE.test(url.pathname) && url.search === '' && url.hash === '';
};

const NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const;
const CONFIRMATION = [
  'Message',
  'MessageId',
  'SubscribeURL',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
] as const;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html (stored copy, 2026-11) */
const signedText = (posted: Posted): string =>
  (posted.Type === 'Notification' ? NOTIFICATION : CONFIRMATION)
    .flatMap((name) => (posted[name] === undefined ? [] : [`${name}\n${posted[name]}\n`]))
    .join('');

const ALGORITHMS = new Map([
  ['1', 'RSA-SHA1'],
  ['2', 'RSA-SHA256'],
]);

const isSigned = (posted: Posted, algorithm: string, key: KeyObject): boolean =>
  createVerify(algorithm).update(signedText(posted), 'utf8').verify(key, posted.Signature, 'base64');

interface Kept {
  readonly key: KeyObject;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** Undefined for what is no certificate of an RSA key. */
const keptOf = (pem: string): Kept | undefined => {
  try {
    const { publicKey: key, validFrom, validTo } = new X509Certificate(pem);
    return key.asymmetricKeyType === 'rsa'
      ? { key, from: Date.parse(validFrom), until: Date.parse(validTo) }
      : undefined;
  } catch {
    return undefined;
  }
};

/** Regions rarely change their certificates, and whoever posts chooses among few. */
const MOST_KEPT = 20;

const not = (reason: string): Judged => ({ is: 'not-genuine', reason });

const NO_TOPIC = 'This home names no such topic: CANTUS_SNS_TOPICS lists those that it hears.';
const NO_CERTIFICATE = 'The certificate of the message cannot be read now.';

export const snsTopics = (http: Http, clock: Clock, topics: ReadonlySet<string>): Topics => {
  const certificates = new Map<string, Kept>();

  const certificateAt = async (url: string): Promise<Kept | undefined> => {
    const known = certificates.get(url);
    if (known) return known;
    const answer = await http.call({ method: 'GET', url });
    const kept = answer.is === 'answered' && answer.status === 200 ? keptOf(answer.text) : undefined;
    const [oldest] = certificates.keys();
    if (oldest !== undefined && certificates.size >= MOST_KEPT) certificates.delete(oldest);
    if (kept) certificates.set(url, kept);
    return kept;
  };

  return {
    judge: async (posted) => {
      if (!topics.has(posted.TopicArn)) return not(NO_TOPIC);
      if (posted.SubscribeURL !== undefined && !ofService(posted.SubscribeURL))
        return not('The address to confirm at is not of Amazon SNS.');
      const algorithm = ALGORITHMS.get(posted.SignatureVersion);
      if (algorithm === undefined)
        return not('Its signature is of no version that is known: expected 1 or 2.');
      if (!isCertificate(posted.SigningCertURL))
        return not('Its certificate is not at an address of Amazon SNS.');
      const kept = await certificateAt(posted.SigningCertURL);
      if (!kept) return { is: 'unknown', reason: NO_CERTIFICATE };
      const now = Date.parse(clock.now());
      if (now < kept.from || now > kept.until) return not('Its certificate is not valid now.');
      return isSigned(posted, algorithm, kept.key)
        ? { is: 'genuine' }
        : not('Its signature does not fit it.');
    },
  };
};

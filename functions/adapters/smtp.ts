/** One letter over one SMTP connection of its own. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isIP } from 'node:net';
import { withoutSecrets } from '../core/without-secrets.ts';
import type { Letter, MailServer, MessageAnswer } from '../ports/mail.ts';
import type { Composed } from './composed-letter.ts';
import { publicLookup } from './public-addresses.ts';
import { isOfOne, replyOf, saysGone } from './smtp-reply.ts';

type Smtp = Extract<MailServer, { by: 'smtp' }>;
type Connection = InstanceType<typeof SMTPConnection>;

interface Limits {
  readonly seconds: number;
  readonly publicOnly: boolean;
}

const nameOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);

/** The server's own words; a connection's trouble by its code alone. */
const wordsOf = (error: Error): string =>
  'response' in error && typeof error.response === 'string'
    ? `The mail server said: ${error.response.replace(/\s+/gu, ' ')}`
    : `The mail server could not be used (${nameOf(error)}).`;

/** Before the letter is offered nothing can have been taken. */
const beforeLetter = (error: Error): MessageAnswer => ({
  is: 'not-taken',
  reason: wordsOf(error),
  ...(nameOf(error) === 'EAUTH' && { unauthorised: true as const }),
});

/** RFC 5321, 4.2.1: 4yz may be asked again, 5yz never. Without a reply the letter may have arrived. */
const duringLetter = (error: Error): MessageAnswer => {
  const reply = replyOf(error);
  const reason = wordsOf(error);
  if (reply === undefined) return { is: 'unanswered', reason };
  if (reply.code >= 500) return { is: 'refused', reason, ...(saysGone(reply) && { gone: 'suppressed' }) };
  return { is: 'not-taken', reason, ...(isOfOne(reply) && { alone: true }) };
};

/** `address`: where `host` is, once it was looked up. */
const connectionTo = ({ host, port, secure, user }: Smtp, address: string, { seconds }: Limits): Connection =>
  new SMTPConnection({
    host: address,
    ...(isIP(host) === 0 && { servername: host }),
    port,
    secure,
    requireTLS: !secure && user !== undefined && !isLoopback(host),
    connectionTimeout: seconds * 1000,
    greetingTimeout: seconds * 1000,
    socketTimeout: seconds * 1000,
    allowInternalNetworkInterfaces: true,
  });

const addressOf = (host: string, { publicOnly }: Limits): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!publicOnly) return resolve(host);
    publicLookup(host, {}, (error, address) =>
      error ? reject(error) : resolve(typeof address === 'string' ? address : host),
    );
  });

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '::1' || host === 'localhost';

const REASON_CHARACTERS = 330;

/** Some servers repeat what they were told to let us in by (RFC 4616), before which nothing is cut off. */
const quiet = (answer: MessageAnswer, { user = '', password = '' }: Smtp): MessageAnswer => {
  if (answer.is === 'taken') return answer;
  const reason = withoutSecrets(answer.reason, [password, `\0${user}\0${password}`]);
  return { ...answer, reason: Array.from(reason).slice(0, REASON_CHARACTERS).join('') };
};

type Then = (connection: Connection, done: (answer: MessageAnswer) => void) => void;

/** Runs `then` once the server has let us in; any trouble before is `not-taken`. */
const within = async (server: Smtp, limits: Limits, then: Then): Promise<MessageAnswer> => {
  try {
    const connection = connectionTo(server, await addressOf(server.host, limits), limits);
    return quiet(await conversation(connection, server, then), server);
  } catch (error) {
    return beforeLetter(error instanceof Error ? error : new Error(String(error)));
  }
};

const conversation = (
  connection: Connection,
  { user, password = '' }: Smtp,
  then: Then,
): Promise<MessageAnswer> =>
  new Promise((resolve) => {
    let offered = false;
    const done = (answer: MessageAnswer): void => {
      // Closing is an end of the connection too, which must not be the answer.
      resolve(answer);
      connection.close();
    };
    const trouble = (error: Error): void => done(offered ? duringLetter(error) : beforeLetter(error));
    const go = (): void => {
      offered = true;
      then(connection, done);
    };
    connection.on('error', trouble);
    connection.on('end', () => trouble(new Error('The connection ended')));
    connection.connect(() => {
      if (user === undefined) return go();
      connection.login({ credentials: { user, pass: password } }, (error) => (error ? trouble(error) : go()));
    });
  });

export const sendBySmtp = (
  server: Smtp,
  { messageId }: Letter,
  { raw, from, to }: Composed,
  limits: Limits,
): Promise<MessageAnswer> =>
  within(server, limits, (connection, done) => {
    connection.send({ from, to: [...to] }, Buffer.from(raw), (error) =>
      done(error ? duringLetter(error) : { is: 'taken', id: messageId }),
    );
  });

export const checkSmtp = (server: Smtp, limits: Limits): Promise<MessageAnswer> =>
  within(server, limits, (_, done) => done({ is: 'taken', id: server.host }));

/** E-mail: one letter to each addressee, by SMTP or by Amazon SES, which each can leave with one click. */
import * as z from 'zod';
import type { Credentials, Health } from '../../ports/publisher.ts';
import type { MailServer } from '../../ports/mail.ts';
import type {
  MessageOutcome,
  PeopleConnector,
  PeopleGiven,
  PeopleJob,
  Recipient,
} from '../../ports/people-publisher.ts';
import { messageHealth, messageIdOf, messageOutcome } from '../publishing/messages.ts';
import { picturesOf } from '../publishing/pictures.ts';
import words from './unsubscribe-words.json' with { type: 'json' };

const WORDS: Readonly<Record<string, string>> = words;

/** A configured address comes before the usual one; of SMTP it is `http://host:port`. */
function serverOf({ credentials, baseUrl }: PeopleGiven): MailServer {
  const { by, host = '', port = '587', user, password } = credentials;
  const { region = '', accessKeyId = '', secretAccessKey = '' } = credentials;
  if (by === 'ses')
    return { by, region, accessKeyId, secretAccessKey, ...(baseUrl !== '' && { endpoint: baseUrl }) };
  const at = baseUrl === '' ? { host, port: Number(port) } : hostOf(baseUrl);
  return {
    by: 'smtp',
    ...at,
    secure: at.port === 465,
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
  };
}

const hostOf = (url: string): { host: string; port: number } => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
};

const fromOf = ({ from = '' }: Credentials): string => from;
const domainOf = (from: string): string => /@([^\s<>@]+)/u.exec(from)?.[1] ?? 'localhost';

const wordFor = (locale: string): string => WORDS[locale.split('-')[0] ?? ''] ?? WORDS['en'] ?? 'Unsubscribe';

/** The link stands at the end of both forms of the letter. */
const withLink = (html: string, text: string, locale: string, url: string | undefined) => {
  if (url === undefined) return { html, text };
  const link = `<p style="text-align:center;font-size:12px"><a href="${url}">${wordFor(locale)}</a></p>`;
  const end = html.lastIndexOf('</body>');
  return {
    html: end === -1 ? html + link : html.slice(0, end) + link + html.slice(end),
    text: `${text}\n-- \n${wordFor(locale)}: ${url}\n`,
  };
};

/** RFC 2369, RFC 8058. */
const listHeaders = (url: string | undefined): Readonly<Record<string, string>> =>
  url === undefined
    ? {}
    : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

async function sendOne(given: PeopleGiven, job: PeopleJob, to: Recipient): Promise<MessageOutcome> {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const { letter } = job;
  if (!letter) throw new TypeError('An e-mail is rendered before it is sent');
  const from = fromOf(given.credentials);
  const answer = await given.mail.send(serverOf(given), {
    from,
    to: to.address,
    subject: letter.subject,
    ...withLink(letter.html, letter.text, job.payload.locale, to.unsubscribe),
    messageId: `<${messageIdOf(job, to)}@${domainOf(from)}>`,
    headers: listHeaders(to.unsubscribe),
    attachments: pictures.map(({ file, type, bytes }) => ({
      cid: encodeURIComponent(file),
      file,
      type,
      bytes,
    })),
  });
  return messageOutcome(answer, given.clock.now());
}

const check = async (given: PeopleGiven): Promise<Health> =>
  messageHealth(await given.mail.check(serverOf(given)));

const from = z
  .string()
  .max(320)
  .regex(/^[^@\r\n]*[^\s@<>]@[^\s@<>]+>?$/u, 'expected an address such as Harbour Tea <letters@tea.example>')
  .meta({ description: 'Whom letters are from: an address, or a name and an address' });

export const email: PeopleConnector = {
  channel: 'email',
  baseUrl: '',
  linksBack: true,
  credentials: z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('smtp'),
      from,
      host: z.string().min(1).max(255).meta({ description: 'The mail server' }),
      port: z.exactOptional(z.string().regex(/^\d{2,5}$/u, 'expected a port such as 587')),
      user: z.exactOptional(z.string().min(1).max(255)),
      password: z.exactOptional(z.string().min(1).max(1000)),
    }),
    z.strictObject({
      by: z.literal('ses'),
      from,
      region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/u, 'expected a region such as eu-central-1'),
      accessKeyId: z.string().min(16).max(128),
      secretAccessKey: z.string().min(16).max(256),
    }),
  ]),
  connectPeople: (given) => ({
    prepare: async (job) => {
      const pictures = await picturesOf(given, job);
      return 'is' in pictures ? pictures : { is: 'ready', checkpoint: 'rendered' };
    },
    sendOne: (job, to) => sendOne(given, job, to),
  }),
  check,
};

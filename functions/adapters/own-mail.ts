/** The home's own mail, as the environment says: `CANTUS_MAIL_FROM`, and `CANTUS_SMTP_URL` or SES. */
import { Refused } from '../core/errors.ts';
import type { MailServer } from '../ports/mail.ts';
import type { OwnMail } from './notifier.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

const smtpAt = (address: string): MailServer => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const usual = url && PORTS[url.protocol];
  // The address may carry a password: it is never shown.
  if (!url || usual === undefined || url.hostname === '')
    throw new Refused(
      'invalid-input',
      'CANTUS_SMTP_URL is not the address of a mail server: expected smtp://user:password@host:587 or smtps://…',
    );
  const { hostname: host, port, protocol, username, password } = url;
  return {
    by: 'smtp',
    host,
    port: port === '' ? usual : Number(port),
    secure: protocol === 'smtps:',
    ...(username !== '' && { user: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
  };
};

const isAddress = (from: string): boolean => /^(?:[^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/u.test(from);

/**
 * `ses`: what sends where no SMTP server is named. Undefined where this home sends no mail.
 * @throws Refused `invalid-input` naming the variable.
 */
export const ownMailIn = (
  { CANTUS_MAIL_FROM: from = '', CANTUS_SMTP_URL: smtp = '' }: Environment,
  ses?: MailServer,
): OwnMail | undefined => {
  const server = smtp === '' ? ses : smtpAt(smtp);
  if (from === '' && smtp === '') return undefined;
  if (!isAddress(from))
    throw new Refused(
      'invalid-input',
      'CANTUS_MAIL_FROM is not an e-mail address: expected Cantus <cantus@tea.example>',
    );
  return server && { server, from };
};

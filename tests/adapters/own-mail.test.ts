import { describe, expect, it } from 'vitest';
import { ownMailIn } from '../../functions/adapters/own-mail.ts';
import type { MailServer } from '../../functions/ports/mail.ts';

const FROM = 'Cantus <cantus@tea.example>';
const SES: MailServer = { by: 'ses', region: 'eu-west-1' };

describe('the installation’s own mail', () => {
  it.each<[string, Record<string, string>, MailServer | undefined, unknown]>([
    ['nothing said', {}, undefined, undefined],
    ['nothing said, on AWS', {}, SES, undefined],
    ['SES', { CANTUS_MAIL_FROM: FROM }, SES, { from: FROM, server: SES }],
    ['an address and no server', { CANTUS_MAIL_FROM: FROM }, undefined, undefined],
    [
      'STARTTLS, with a password',
      { CANTUS_MAIL_FROM: FROM, CANTUS_SMTP_URL: 'smtp://ann:p%40ss@mail.example' },
      undefined,
      {
        from: FROM,
        server: { by: 'smtp', host: 'mail.example', port: 587, secure: false, user: 'ann', password: 'p@ss' },
      },
    ],
    [
      'TLS, in place of SES',
      { CANTUS_MAIL_FROM: 'cantus@tea.example', CANTUS_SMTP_URL: 'smtps://mail.example:2465' },
      SES,
      {
        from: 'cantus@tea.example',
        server: { by: 'smtp', host: 'mail.example', port: 2465, secure: true },
      },
    ],
  ])('%s', (_what, environment, ses, expected) => {
    expect(ownMailIn(environment, ses)).toEqual(expected);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no address', { CANTUS_MAIL_FROM: 'tea' }, /^CANTUS_MAIL_FROM /u],
    ['two headers', { CANTUS_MAIL_FROM: 'a@tea.example\r\nBcc: b@tea.example' }, /^CANTUS_MAIL_FROM /u],
    ['a server without sender', { CANTUS_SMTP_URL: 'smtp://mail.example' }, /^CANTUS_MAIL_FROM /u],
    [
      'no server',
      { CANTUS_MAIL_FROM: FROM, CANTUS_SMTP_URL: 'https://ann:hush@mail.example' },
      /^CANTUS_SMTP_URL (?!.*hush)/u,
    ],
  ])('refuses %s by its name, without showing it', (_what, environment, message) => {
    expect(() => ownMailIn(environment, SES)).toThrow(message);
  });
});

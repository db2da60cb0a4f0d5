/** Sends letters by SMTP or by SES, and tells what was certainly not taken from what nobody knows. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter, Mail } from '../ports/mail.ts';
import type { Composed } from './composed-letter.ts';
import { checkSes, sendBySes } from './aws/ses.ts';
import { checkSmtp, sendBySmtp } from './smtp.ts';

/** The letter as it travels, RFC 5322, and the envelope around it: addresses without names, their domains in ASCII. */
const composed = async (letter: Letter): Promise<Composed> => {
  const node = new MailComposer({
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.messageId,
    headers: { ...letter.headers },
    attachments: letter.attachments.map(({ cid, file, type, bytes }) => ({
      cid,
      filename: file,
      contentType: type,
      content: Buffer.from(bytes),
      contentDisposition: 'inline' as const,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from, to } = node.getEnvelope();
  return { raw: await node.build(), from: from === false ? '' : from, to };
};

export interface MailOptions {
  /** How long one letter may take. */
  readonly seconds?: number;
  /** Whether only mail servers of the open internet are used. */
  readonly publicOnly?: boolean;
}

/** Below what a lease keeps back for a call. */
const SECONDS = 55;

export const mail = ({ seconds = SECONDS, publicOnly = false }: MailOptions = {}): Mail => ({
  send: async (server, letter) => {
    const whole = await composed(letter);
    return server.by === 'ses'
      ? sendBySes(server, whole, seconds)
      : sendBySmtp(server, letter, whole, { seconds, publicOnly });
  },
  check: (server) =>
    server.by === 'ses' ? checkSes(server, seconds) : checkSmtp(server, { seconds, publicOnly }),
});

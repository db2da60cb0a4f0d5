/** Tells people by e-mail and in chats. */
import type { Told } from '../core/telling.ts';
import type { Http, HttpAnswer } from '../ports/http.ts';
import type { Letter, Mail, MailServer, MessageAnswer } from '../ports/mail.ts';
import type { Message, Notifier } from '../ports/notifier.ts';
import { hookMessage } from './hook-messages.ts';

/** Who the home's own letters are from, and what takes them. */
export interface OwnMail {
  readonly server: MailServer;
  readonly from: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/gu, (mark) => ESCAPES[mark] ?? mark);

const letterOf = ({ from }: OwnMail, to: string, { id, subject, lines }: Message): Letter => ({
  from,
  to,
  subject,
  text: lines.join('\n\n'),
  html: lines.map((line) => `<p>${escaped(line)}</p>`).join('\n'),
  messageId: `<${id}@${/@([^\s<>@]+)/u.exec(from)?.[1] ?? 'localhost'}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: [],
});

const mailTold = (answer: MessageAnswer): Told => {
  switch (answer.is) {
    case 'taken':
      return { is: 'told' };
    case 'refused':
      return { is: 'never', reason: `By e-mail: ${answer.reason}` };
    case 'not-taken':
    case 'unanswered':
      return { is: 'later', reason: `By e-mail: ${answer.reason}` };
  }
};

const MOST_WAIT = 24 * 3600;

const waitOf = ({ 'retry-after': said = '' }: Readonly<Record<string, string>>) =>
  /^\d{1,6}$/u.test(said) ? { afterSeconds: Math.min(Number(said), MOST_WAIT) } : {};

const hookTold = (answer: HttpAnswer, host: string): Told => {
  if (answer.is !== 'answered') return { is: 'later', reason: `In the chat: ${answer.reason}` };
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { is: 'told' };
  const reason = `In the chat: ${host} answered ${status}.`;
  if (status === 429 || status === 408 || status >= 500) return { is: 'later', reason, ...waitOf(headers) };
  return { is: 'never', reason };
};

export const notifier = (http: Http, mail: Mail, own: OwnMail | undefined): Notifier => ({
  ...(own && {
    mail: async (to: string, message: Message) =>
      mailTold(await mail.send(own.server, letterOf(own, to, message))),
  }),
  hook: async (form, url, message) => {
    const answer = await http.call({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      body: hookMessage(form, message),
    });
    return hookTold(answer, new URL(url).host);
  },
});

/** What a reply of a mail server is about: the one addressee, or everybody. */

export interface SmtpReply {
  /** RFC 5321 */
  readonly code: number;
  /** What it answers: `RCPT TO`, `DATA`, `MAIL FROM`, `CONN`. */
  readonly to: string;
  readonly text: string;
}

/** Undefined where the server said nothing. */
export const replyOf = (error: object): SmtpReply | undefined => {
  const code = 'responseCode' in error ? error.responseCode : undefined;
  if (typeof code !== 'number') return undefined;
  const to = 'command' in error && typeof error.command === 'string' ? error.command : '';
  const text = 'response' in error && typeof error.response === 'string' ? error.response : '';
  return { code, to, text };
};

/** `5.1.1` right behind the code, RFC 2034. */
const statusIn = ({ text }: SmtpReply): string =>
  /^[45]\d\d[ -]([245]\.\d{1,3}\.\d{1,3})(?![\d.])/u.exec(text)?.[1] ?? '';

/** The server closes: RFC 5321, 3.8. */
const CLOSING = 421;

/** Of one letter to one addressee both replies are about that one, but for what the server says of itself: RFC 3463, 3.4. */
export const isOfOne = (reply: SmtpReply): boolean =>
  reply.code !== CLOSING &&
  (reply.to === 'RCPT TO' || reply.to === 'DATA') &&
  !statusIn(reply).startsWith('4.3.');

/**
 * No such mailbox, no such domain, no such address, moved, or given up, and a domain that takes no mail.
 * https://www.iana.org/assignments/smtp-enhanced-status-codes (RFC 3463, 3.2 and 3.3; RFC 7505, 4.2)
 */
const GONE: ReadonlySet<string> = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/** Servers without enhanced codes say it in words: RFC 5321, 4.2.2 and its examples. */
const NO_SUCH =
  /\b(?:no such (?:user|mailbox|recipient|address)|(?:user|mailbox|recipient) (?:unknown|not found))\b/iu;

/** What is refused for its text or its sender says nothing of the addressee. */
export const saysGone = (reply: SmtpReply): boolean => {
  if (reply.to !== 'RCPT TO' && reply.to !== 'DATA') return false;
  const status = statusIn(reply);
  return status === '' ? reply.code === 550 && NO_SUCH.test(reply.text) : GONE.has(status);
};

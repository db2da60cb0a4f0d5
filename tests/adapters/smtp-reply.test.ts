import { describe, expect, it } from 'vitest';
import { isOfOne, replyOf, saysGone } from '../../functions/adapters/smtp-reply.ts';

const reply = (to: string, text: string) => ({ code: Number(text.slice(0, 3)), to, text });

describe('a reply that asks for patience', () => {
  it.each([
    ['RCPT TO', '452 4.2.2 Mailbox full', true],
    ['RCPT TO', '450 4.7.1 Greylisted, try again in 300 seconds', true],
    ['RCPT TO', '451 Try later', true],
    ['DATA', '451 4.7.1 Greylisted', true],
    ['RCPT TO', '421 4.7.0 Too many connections', false],
    ['RCPT TO', '452 4.3.1 Insufficient system storage', false],
    ['DATA', '452 4.3.1 Out of memory', false],
    ['MAIL FROM', '451 4.4.3 Cannot look the sender up', false],
    ['AUTH PLAIN', '454 4.7.0 Temporary authentication failure', false],
    ['CONN', '421 Service not available', false],
  ])('to %s: %s: of one addressee %s', (to, text, expected) => {
    expect(isOfOne(reply(to, text))).toBe(expected);
  });
});

describe('a reply that refuses', () => {
  it.each([
    ['RCPT TO', '550 5.1.1 <…>: Recipient address rejected', true],
    ['RCPT TO', '550-5.1.1 The account that you tried to reach does not exist', true],
    ['RCPT TO', '550 5.1.2 No such domain', true],
    ['RCPT TO', '556 5.1.10 Domain takes no mail', true],
    ['RCPT TO', '550 5.2.1 The mailbox is disabled', true],
    ['DATA', '550 5.1.1 Unknown', true],
    ['RCPT TO', '550 No such user here', true],
    ['RCPT TO', '550 User unknown', true],
    ['RCPT TO', '550 5.7.1 No such user is allowed to relay', false],
    ['DATA', '554 5.7.1 Rejected as spam', false],
    ['DATA', '552 5.3.4 Message too big', false],
    ['RCPT TO', '552 5.2.2 Mailbox full', false],
    ['RCPT TO', '550 5.7.606 Access denied', false],
    ['RCPT TO', '550 Blocked', false],
    ['RCPT TO', '554 User unknown', false],
    ['MAIL FROM', '550 5.1.1 Sender unknown', false],
    ['RCPT TO', '550 5.1.11 Something new', false],
  ])('to %s: %s: gone %s', (to, text, expected) => {
    expect(saysGone(reply(to, text))).toBe(expected);
  });
});

it('is none where the connection broke', () => {
  expect(replyOf(new Error('reset'))).toBeUndefined();
});

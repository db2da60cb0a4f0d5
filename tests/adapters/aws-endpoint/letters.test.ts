/** Letters by another's SES: one that is taken, and one whose sender nobody verified. */
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, it } from 'vitest';
import { mail } from '../../../functions/adapters/mail.ts';
import type { Letter, MailServer } from '../../../functions/ports/mail.ts';
import { ACCESS, CLIENT, ENDPOINT, REGION } from './endpoint.ts';

const server: MailServer = { by: 'ses', region: REGION, ...ACCESS, endpoint: ENDPOINT };
const letter = (from: string): Letter => ({
  from,
  to: 'Ελένη <eleni@tea.example>',
  subject: 'Το τσάι γύρισε · 茶回來了',
  text: 'Καλημέρα',
  html: '<p>Καλημέρα</p>',
  messageId: '<1@tea.example>',
  headers: { 'List-Unsubscribe': '<https://tea.example/leave>' },
  attachments: [{ cid: 'one', file: 'fig.png', type: 'image/png', bytes: Uint8Array.of(137, 80, 78, 71) }],
});

describe.skipIf(ENDPOINT === '')('letters at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  it('are taken from a verified sender, and have an id', async () => {
    const EmailIdentity = 'cantus@tea.example';
    await new SESv2Client(CLIENT).send(new CreateEmailIdentityCommand({ EmailIdentity }));
    expect(await mail().send(server, letter(`Cantus <${EmailIdentity}>`))).toEqual({
      is: 'taken',
      id: expect.stringMatching(/\S/u),
    });
  });

  it('are promised where the account may send', async () => {
    expect(await mail().check(server)).toEqual({ is: 'taken', id: REGION });
  });

  it('are refused from anybody else, so that no retry repeats them', async () => {
    expect(await mail().send(server, letter('nobody@elsewhere.example'))).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('MessageRejected'),
    });
  });
});

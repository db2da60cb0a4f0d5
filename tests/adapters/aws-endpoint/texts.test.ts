/** Text messages by the model of End User Messaging: what it takes, and what it refuses before anything is sent. */
import { describe, expect, it } from 'vitest';
import { endUserMessaging } from '../../../functions/adapters/aws/end-user-messaging.ts';
import { ACCESS, ENDPOINT, REGION } from './endpoint.ts';

const access = { region: REGION, ...ACCESS, endpoint: ENDPOINT };
const message = { to: '+306912345678', from: 'HarbourTea', text: 'Το τσάι γύρισε · 茶回來了' };

describe.skipIf(ENDPOINT === '')('texts at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  it('are taken, and have an id', async () => {
    expect(await endUserMessaging().check(access)).toEqual({ is: 'taken', id: REGION });
    expect(await endUserMessaging().send(access, message)).toEqual({
      is: 'taken',
      id: expect.stringMatching(/\S/u),
    });
  });

  it.each([
    ['a number that is none', { to: 'nobody' }],
    ['a sender that is none', { from: 'Harbour Tea' }],
    ['no text', { text: '' }],
    ['more than a message holds', { text: 'x'.repeat(1601) }],
  ])('are refused for good with %s', async (_, wrong) => {
    expect(await endUserMessaging().send(access, { ...message, ...wrong })).toMatchObject({
      is: 'refused',
      reason: expect.stringContaining('ValidationException'),
    });
  });
});

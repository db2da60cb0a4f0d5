/** The apps at providers as Secrets Manager keeps them: read seldom, and nothing of them told when they are wrong. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { secretClients } from '../../../functions/adapters/aws/secret-clients.ts';
import { testClock } from '../../support/make-world.ts';
import { json, loopback } from './loopback.ts';

const ID = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:clients';

const open = async (secrets: string[]) => {
  const aws = await loopback(() => json({ SecretString: secrets[0] }));
  const clock = testClock('2027-05-03T06:00:00Z');
  return { aws, clock, clients: secretClients(new SecretsManagerClient(aws.client), clock, ID) };
};

describe('the apps of a home on AWS', () => {
  it('are known by channel', async () => {
    const { aws, clients } = await open([
      '{"x":{"id":"a","secret":"b"},"linkedin":{"id":"c","scopes":["w_member_social"]}}',
    ]);
    expect(await clients.of('x')).toEqual({ id: 'a', secret: 'b' });
    expect(await clients.of('linkedin')).toEqual({ id: 'c', scopes: ['w_member_social'] });
    expect(await clients.of('threads')).toBeUndefined();
    expect(aws.asked.map(({ body }) => JSON.parse(body))).toEqual([{ SecretId: ID }]);
  });

  it('are read anew after five minutes', async () => {
    const secrets = ['{"x":{"id":"old"}}'];
    const { clock, clients } = await open(secrets);
    await clients.of('x');
    secrets[0] = '{"x":{"id":"new"}}';
    expect(await clients.of('x')).toEqual({ id: 'old' });
    clock.advance({ minutes: 5 });
    expect(await clients.of('x')).toEqual({ id: 'new' });
  });

  it.each([
    ['no JSON', 'very-secret-word'],
    ['no channel', '{"mysapce":{"id":"very-secret-word"}}'],
    ['no id', '{"x":{"secret":"very-secret-word"}}'],
    ['a field that nobody knows', '{"x":{"id":"a","token":"very-secret-word"}}'],
  ])('that are %s are refused without a word of them', async (_, text) => {
    const { clients } = await open([text]);
    const asked = clients.of('x');
    await expect(asked).rejects.toThrow(/The secret with the apps of this home is not as expected/u);
    await expect(asked).rejects.not.toThrow(/very-secret-word/u);
  });
});

import { TELL_SHARDS, WAKE_SHARDS } from '../../functions/core/keys.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import { composeOutbox, composeWorld } from '../../functions/handlers/compose.ts';
import { type Asked, failure, json, loopback } from '../adapters/aws/loopback.ts';
import { stackEnvironment } from './stack-environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** As on Lambda: the environment is there before the handler is loaded. */
async function onLambda(answer: (asked: Asked) => ReturnType<typeof json>) {
  const aws = await loopback(answer);
  for (const [name, value] of Object.entries(stackEnvironment(aws.endpoint))) vi.stubEnv(name, value);
  return aws;
}

describe('composing from the environment', () => {
  it('names every variable that the stack did not give', () => {
    const { CANTUS_TABLE: _table, CANTUS_USER_POOL: _pool, ...rest } = stackEnvironment('http://127.0.0.1:1');
    expect(() => composeWorld(rest)).toThrow(/CANTUS_TABLE[\s\S]*CANTUS_USER_POOL"/u);
    expect(() => composeOutbox({})).toThrow(VARIABLES.bus);
  });
});

describe('the API', () => {
  const request = (path: string) => ({
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'api.example' },
    requestContext: { http: { method: 'GET', path, sourceIp: '127.0.0.1' }, domainName: 'api.example' },
    isBase64Encoded: false,
  });

  it('answers on Lambda as it does at home', async () => {
    await onLambda(() => json({}));
    const { handler } = await import('../../functions/handlers/api.ts');
    const answer: unknown = await Reflect.apply(handler, undefined, [request('/openapi.json'), {}]);
    expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('"openapi":"3.1') });
  });

  it('knows nobody without a token', async () => {
    await onLambda(() => json({}));
    const { handler } = await import('../../functions/handlers/api.ts');
    const answer: unknown = await Reflect.apply(handler, undefined, [request('/workspaces/aurora'), {}]);
    expect(answer).toMatchObject({ statusCode: 401 });
  });
});

describe('the publisher', () => {
  const record = (messageId: string, body: string) => ({ messageId, body });
  const wakeUp = (entry: string) => JSON.stringify({ workspace: 'aurora', entry });

  it('gives back the messages that failed, and only those', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    await onLambda(({ body }) => (body.includes('throttled') ? failure('ThrottlingException') : json({})));
    const { handler } = await import('../../functions/handlers/publisher.ts');
    const Records = [record('1', wakeUp('gone')), record('2', 'nonsense'), record('3', wakeUp('throttled'))];
    const answer: unknown = await Reflect.apply(handler, undefined, [{ Records }]);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] });
    expect(said).toHaveBeenCalledTimes(2);
  });

  it('sets the wake-up anew when a schedule fired ahead of its entry', async () => {
    const at = new Date(Date.now() + 45_000).toISOString();
    const row = {
      Item: { pk: { S: 'p' }, sk: { S: 's' }, rev: { N: '3' }, value: { M: { wakeAt: { S: at } } } },
    };
    const aws = await onLambda(({ target }) =>
      target.endsWith('GetItem') ? json(row) : json({ MessageId: '1' }),
    );
    const { handler } = await import('../../functions/handlers/publisher.ts');
    await Reflect.apply(handler, undefined, [{ Records: [record('1', wakeUp('early'))] }]);
    const [sent] = aws.asked.filter(({ target }) => target === 'AmazonSQS.SendMessage');
    expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({ MessageBody: wakeUp('early') });
    expect(JSON.parse(sent?.body ?? '{}').DelaySeconds).toBeGreaterThan(40);
    expect(aws.asked.some(({ target }) => target.endsWith('TransactWriteItems'))).toBe(false);
  });
});

describe('the outbox', () => {
  const row = (sk: string, eventName: string) => ({
    eventName,
    dynamodb: {
      NewImage: {
        pk: { S: 'W#aurora#E#1' },
        sk: { S: sk },
        value: {
          M: {
            id: { S: sk.slice(6) },
            type: { S: 'entry.published' },
            at: { S: '2027-05-04T09:00:00.000Z' },
          },
        },
      },
    },
  });

  it('forwards new event rows in their order', async () => {
    const aws = await onLambda(() =>
      json({ FailedEntryCount: 0, Entries: [{ EventId: '1' }, { EventId: '2' }] }),
    );
    const { handler } = await import('../../functions/handlers/stream.ts');
    await handler({
      Records: [
        row('EVENT#A', 'INSERT'),
        row('HEAD', 'INSERT'),
        row('EVENT#B', 'INSERT'),
        row('EVENT#C', 'REMOVE'),
      ],
    });
    const { Entries } = JSON.parse(aws.asked[0]?.body ?? '{}');
    expect(Entries.map(({ Detail }: { Detail: string }) => JSON.parse(Detail).id)).toEqual(['A', 'B']);
  });

  it('rejects when the bus does, so that the stream comes again', async () => {
    await onLambda(() => failure('InternalException', 500));
    const { handler } = await import('../../functions/handlers/stream.ts');
    await expect(handler({ Records: [row('EVENT#A', 'INSERT')] })).rejects.toThrow('InternalException');
  });
});

describe('the sweep', () => {
  it('looks into every shard of what wakes and of what is to be told, and for accounts to look after', async () => {
    const aws = await onLambda(() => json({ Items: [] }));
    const { handler } = await import('../../functions/handlers/sweep.ts');
    expect(await handler({}, { getRemainingTimeInMillis: () => 300_000 })).toBe(0);
    const asked = aws.asked.filter(({ target }) => target.endsWith('.Query')).map(({ body }) => body);
    const shards = [
      ...Array.from({ length: WAKE_SHARDS }, (_, shard) => `"WAKE#${shard}"`),
      ...Array.from({ length: TELL_SHARDS }, (_, shard) => `"TELL#${shard}"`),
    ];
    expect(shards.filter((shard) => !asked.some((body) => body.includes(shard)))).toEqual([]);
  });
});

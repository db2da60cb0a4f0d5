import { TELL_SHARDS, WAKE_SHARDS } from '../../functions/core/keys.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import { composeOutbox, composeWorld } from '../../functions/handlers/compose.ts';
import { failure, json, loopback } from '../adapters/aws/loopback.ts';
import { stackEnvironment } from './stack-environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** As on Lambda: the environment is there before the handler is loaded. */
async function onLambda(answer: Parameters<typeof loopback>[0]) {
  const aws = await loopback(answer);
  for (const [name, value] of Object.entries(stackEnvironment(aws.endpoint))) vi.stubEnv(name, value);
  return aws;
}

const IN_TIME = { getRemainingTimeInMillis: () => 180_000 };

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
    const answer = await handler({ Records }, IN_TIME);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] });
    expect(said).toHaveBeenCalledTimes(2);
  });

  it('gives back, untouched, what it has no time left to begin', async () => {
    const aws = await onLambda(() => json({}));
    const { handler } = await import('../../functions/handlers/publisher.ts');
    const Records = ['1', '2', '3', '4'].map((id) => record(id, wakeUp(`e-${id}`)));
    const left = [180_000, 150_001, 150_000, 9000];
    const answer = await handler({ Records }, { getRemainingTimeInMillis: () => left.shift() ?? 0 });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }, { itemIdentifier: '4' }] });
    const asked = aws.asked.map(({ body }) => body);
    const begun = (id: string): boolean => asked.some((body) => body.includes(`e-${id}`));
    expect(Records.map(({ messageId }) => begun(messageId))).toEqual([true, true, false, false]);
  });

  it('begins all of a batch at once: a slow answer holds back only its own', async () => {
    const held: (() => void)[] = [];
    let others = 0;
    await onLambda(async ({ body }) => {
      if (!body.includes('e-slow')) others += 1;
      else if (others < 2) await new Promise<void>((goOn) => held.push(goOn));
      if (others >= 2) for (const goOn of held.splice(0)) goOn();
      return json({});
    });
    const { handler } = await import('../../functions/handlers/publisher.ts');
    const Records = ['e-slow', 'e-1', 'e-2'].map((id) => record(id, wakeUp(id)));
    expect(await handler({ Records }, IN_TIME)).toEqual({ batchItemFailures: [] });
  });

  const Item = (wakeAt: string) => ({
    pk: { S: 'p' },
    sk: { S: 's' },
    rev: { N: '3' },
    value: { M: { wakeAt: { S: wakeAt } } },
  });
  /** What is sent when a schedule fires ahead of its entry, whose workspace has so many on its calendar. */
  const sentAhead = async (onCalendar: number) => {
    const row = Item(new Date(Date.now() + 45_000).toISOString());
    const aws = await onLambda(({ target }) => {
      if (target.endsWith('GetItem')) return json({ Item: row });
      if (target.endsWith('Query')) return json({ Items: Array.from({ length: onCalendar }, () => row) });
      return json({ MessageId: '1' });
    });
    const { handler } = await import('../../functions/handlers/publisher.ts');
    await handler({ Records: [record('1', wakeUp('early'))] }, IN_TIME);
    const [sent] = aws.asked.filter(({ target }) => target === 'AmazonSQS.SendMessage');
    expect(aws.asked.some(({ target }) => target.endsWith('TransactWriteItems'))).toBe(false);
    return JSON.parse(sent?.body ?? '{}');
  };

  it('sets the wake-up anew when a schedule fired ahead of its entry', async () => {
    const sent = await sentAhead(1);
    expect(sent).toMatchObject({
      MessageBody: wakeUp('early'),
      QueueUrl: expect.stringMatching(/wake-ups$/u),
    });
    expect(sent.DelaySeconds).toBeGreaterThan(40);
  });

  it('sets it in the queue of busy workspaces where its own is one', async () => {
    expect(await sentAhead(21)).toMatchObject({ QueueUrl: expect.stringMatching(/busy$/u) });
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
    expect(await handler({}, IN_TIME)).toBe(0);
    const asked = aws.asked.filter(({ target }) => target.endsWith('.Query')).map(({ body }) => body);
    const shards = [
      ...Array.from({ length: WAKE_SHARDS }, (_, shard) => `"WAKE#${shard}"`),
      ...Array.from({ length: TELL_SHARDS }, (_, shard) => `"TELL#${shard}"`),
    ];
    expect(shards.filter((shard) => !asked.some((body) => body.includes(shard)))).toEqual([]);
  });
});

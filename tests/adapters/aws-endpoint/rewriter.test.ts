/** Texts written anew by the model of Bedrock's Converse: what it takes of what is asked. */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { bedrockRewriter } from '../../../functions/adapters/aws/bedrock-rewriter.ts';
import { CLIENT, ENDPOINT } from './endpoint.ts';

/** Bedrock's client begins with HTTP/2, which an endpoint on loopback need not speak. */
const { requestHandler } = new SQSClient(CLIENT).config;
const client = new BedrockRuntimeClient({ ...CLIENT, requestHandler, maxAttempts: 1 });
const ask = {
  locale: 'el-GR',
  channel: 'X',
  format: 'feed',
  message: { headline: 'Το τσάι γύρισε' },
  facts: [],
  parts: [{ field: 'text', text: 'Το τσάι γύρισε.', limit: 280, unit: 'weighted characters' }],
  keep: [],
};

describe.skipIf(ENDPOINT === '')('texts written anew at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  it.each(['house.writer-v1:0', 'eu.house.writer-v1:0'])('are asked for as %s takes it', async (model) => {
    const rewriter = bedrockRewriter({ client, model });
    expect(await rewriter.rewrite(ask)).toMatchObject({ is: 'written', parts: [{ field: 'text' }] });
  });
});

/** Amazon Bedrock's Converse API on loopback, over HTTP/2 as the client speaks it: one model, its answers one by one. */
import { createServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { bedrockRewriter } from '../../../functions/adapters/aws/bedrock-rewriter.ts';

export const MODEL = 'house.writer-v1:0';

const Turn = z.object({ text: z.string() });
const Ask = z.object({
  system: z.array(Turn),
  messages: z.array(z.object({ role: z.string(), content: z.array(Turn) })),
  inferenceConfig: z.object({ maxTokens: z.number(), temperature: z.number() }),
});
export type Conversed = z.infer<typeof Ask> & { readonly path: string; readonly authorization: string };

/** What the model does when it is asked: says a text, stops for a reason, fails by a name, or says nothing for long. */
export type Turned =
  | { readonly says: string; readonly stops?: string }
  | { readonly fails: string; readonly status: number }
  | { readonly waits: number };

const READY: Turned = { fails: 'ModelNotReadyException', status: 429 };

async function textOf(request: Http2ServerRequest): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const conversed = (text: string, stopReason: string): unknown => ({
  output: { message: { role: 'assistant', content: [{ text }] } },
  stopReason,
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 1 },
});

const failure = (response: Http2ServerResponse, type: string, status: number): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ message: `${type}: what was sent is repeated here` }));
};

/** More than a call and its repeat take on a busy machine. */
const PATIENCE = 15;

/** `turn` is asked anew for every call, with the document that the model was sent; `seconds` is how long it is waited for. */
export async function bedrock(
  turn: (data: string, call: number) => Turned = () => READY,
  seconds: number = PATIENCE,
) {
  const asked: Conversed[] = [];
  const answer = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
    const ask = Ask.safeParse(JSON.parse(await textOf(request)));
    if (request.url !== `/model/${encodeURIComponent(MODEL)}/converse`)
      return failure(response, 'ResourceNotFoundException', 404);
    if (!ask.success) return failure(response, 'ValidationException', 400);
    const authorization = String(request.headers.authorization);
    asked.push({ ...ask.data, path: request.url, authorization });
    const next = turn(ask.data.messages[0]?.content[0]?.text ?? '', asked.length);
    if ('fails' in next) return failure(response, next.fails, next.status);
    if ('waits' in next) await new Promise((resume) => setTimeout(resume, next.waits).unref());
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify('says' in next ? conversed(next.says, next.stops ?? 'end_turn') : {}));
    return undefined;
  };
  const server = createServer((request, response) => void answer(request, response).catch(() => undefined));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const client = new BedrockRuntimeClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'stand-in', secretAccessKey: 'stand-in' },
    maxAttempts: 2,
  });
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  const rewriter = bedrockRewriter({ client, model: MODEL, seconds });
  return { asked, client, rewriter };
}

export const saying = (parts: Readonly<Record<string, string>>): Turned => ({
  says: JSON.stringify({ parts }),
});

/** The SDK client's `requestHandler`: AWS JSON 1.0 in, AWS JSON 1.0 out, and no port in between. */
import type { Engine } from './engine.ts';
import { isObject } from './request.ts';
import { isServiceError, notJson, unknownOperation } from './service-error.ts';

export interface EmbeddedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface EmbeddedResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const TARGET = /^DynamoDB_20120810\.(?<operation>[A-Za-z]+)$/u;

const decoder = new TextDecoder();

const answer = (statusCode: number, body: unknown): { response: EmbeddedResponse } => ({
  response: {
    statusCode,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(body)),
  },
});

const parsed = (body: unknown): Readonly<Record<string, unknown>> => {
  const text = body instanceof Uint8Array ? decoder.decode(body) : String(body);
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    throw notJson();
  }
  throw notJson();
};

const operationOf = ({ headers }: EmbeddedRequest): string => {
  const operation = TARGET.exec(headers['x-amz-target'] ?? headers['X-Amz-Target'] ?? '')?.groups?.[
    'operation'
  ];
  if (operation === undefined) throw unknownOperation();
  return operation;
};

/** What is not DynamoDB's to say, a full disk say, is thrown through the client as it is. */
export const requestHandler = (engine: Engine) => ({
  handle: async (request: EmbeddedRequest): Promise<{ response: EmbeddedResponse }> => {
    try {
      return answer(200, await engine.perform(operationOf(request), parsed(request.body)));
    } catch (error) {
      if (isServiceError(error)) return answer(error.statusCode, error.body);
      throw error;
    }
  },
});

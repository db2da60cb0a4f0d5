/** Writes texts anew by a model on Amazon Bedrock: one Converse call each, and no answer is a reason rather than an error. */
import {
  type BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';
import type { RewriteAnswer, RewriteAsk } from '../../core/rewrite.ts';
import type { Rewriter } from '../../ports/rewriter.ts';
import instructions from './rewriter-instructions.json' with { type: 'json' };

export interface BedrockHome {
  readonly client: BedrockRuntimeClient;
  /** A model's id, or the ARN of a model or profile. */
  readonly model: string;
  /** Of one call with its retries. */
  readonly seconds?: number;
}

const SECONDS = 15;
const MOST_CHARACTERS = 40_000;
const MOST_TOKENS = 4_000;

const Written = z.object({ parts: z.record(z.string(), z.string()) });

const nothing = (reason: string): RewriteAnswer => ({ is: 'nothing', reason });

const requestOf = (model: string, data: string): ConverseCommandInput => ({
  modelId: model,
  system: [{ text: instructions.join('\n') }],
  messages: [{ role: 'user', content: [{ text: data }] }],
  inferenceConfig: { maxTokens: MOST_TOKENS, temperature: 0.4 },
});

/** What stands between the first brace and the last: models like to talk around it. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function answerOf({ output, stopReason }: ConverseCommandOutput, ask: RewriteAsk): RewriteAnswer {
  if (stopReason !== 'end_turn' && stopReason !== 'stop_sequence')
    return nothing(`the model stopped: ${String(stopReason).replaceAll('_', ' ')}`);
  const text = (output?.message?.content ?? []).map((block) => block.text ?? '').join('');
  const read = Written.safeParse(jsonIn(text));
  if (!read.success) return nothing('the model did not answer with a text');
  const known = ask.parts.map(({ field }) => field);
  const order = [...known, ...Object.keys(read.data.parts).filter((field) => !known.includes(field))];
  return {
    is: 'written',
    parts: order.flatMap((field) => {
      const said = read.data.parts[field];
      return said === undefined ? [] : [{ field, text: said }];
    }),
  };
}

/** Names alone: a provider's words may hold what it was sent. */
const reasonOf = (error: unknown, seconds: number): string => {
  const name = error instanceof Error ? error.name : 'unknown';
  const isLate = name === 'AbortError' || name === 'TimeoutError';
  return isLate
    ? `the model did not answer within ${seconds} seconds`
    : `the model could not be asked (${name})`;
};

export const bedrockRewriter = ({ client, model, seconds = SECONDS }: BedrockHome): Rewriter => ({
  async rewrite(ask) {
    const data = JSON.stringify(ask);
    if (data.length > MOST_CHARACTERS) return nothing('the message is too long to be written anew');
    try {
      const command = new ConverseCommand(requestOf(model, data));
      return answerOf(await client.send(command, { abortSignal: AbortSignal.timeout(seconds * 1000) }), ask);
    } catch (error) {
      return nothing(reasonOf(error, seconds));
    }
  },
});

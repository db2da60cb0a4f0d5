/** WhatsApp: an approved template to each addressee by the Cloud API, its variables filled from the variant's parts. */
import * as z from 'zod';
import type {
  MessageOutcome,
  PeopleConnector,
  PeopleGiven,
  PeopleJob,
  Recipient,
} from '../../ports/people-publisher.ts';
import type { Outcome } from '../../core/entry.ts';
import { plusSeconds } from '../../core/instant.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import { createOutcome, jsonOf } from '../publishing/answers.ts';
import { GRAPH_URL, graph, graphHealth } from '../publishing/graph.ts';
import { messageIdOf } from '../publishing/messages.ts';
import { partOf } from '../publishing/parts.ts';
import errors from './error-codes.json' with { type: 'json' };

type Rejected = Extract<Outcome, { is: 'rejected' }>;
type Retry = Extract<Outcome, { is: 'retry' }>;

const Sent = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });

/** `body:text,header:header` as the places and parts that fill them, in the order of the template. */
const variablesOf = ({ credentials }: PeopleGiven): readonly (readonly [place: string, field: string])[] =>
  (credentials['variables'] ?? '').split(',').map((pair) => {
    const [place = '', field = ''] = pair.trim().split(':');
    return [place, field];
  });

/** A variable may have no line break, no tab and no more than four spaces in a row. */
const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates (stored copy, 2026-09) */
const componentsOf = (given: PeopleGiven, job: PeopleJob) => {
  const variables = variablesOf(given);
  return [...new Set(variables.map(([place]) => place))].map((type) => ({
    type,
    parameters: variables
      .filter(([place]) => place === type)
      .map(([, field]) => ({ type: 'text', text: inOneLine(partOf(job, field)) })),
  }));
};

const missingIn = (given: PeopleGiven, job: PeopleJob): readonly string[] =>
  variablesOf(given).flatMap(([, field]) => (inOneLine(partOf(job, field)) === '' ? [field] : []));

const Failed = z.object({ error: z.object({ code: z.number() }) });
const PATIENCE_SECONDS = 60;

/** Its codes say more than its statuses: what is about the account, and what about this addressee alone. */
function whomItConcerns(came: Rejected | Retry, answer: HttpAnswer, now: string): MessageOutcome {
  const json = answer.is === 'answered' ? jsonOf(answer.text) : undefined;
  const code = Failed.safeParse(json).data?.error.code ?? 0;
  const retry = { is: 'retry', after: plusSeconds(now, PATIENCE_SECONDS), reason: came.reason } as const;
  if (errors.addressee.includes(code)) return { ...retry, alone: true };
  if (errors.account.includes(code)) return came.is === 'retry' ? came : retry;
  return errors.left.includes(code) ? { is: 'rejected', reason: came.reason, gone: 'opted-out' } : came;
}

async function sendOne(given: PeopleGiven, job: PeopleJob, to: Recipient): Promise<MessageOutcome> {
  const { number = '', template = '', language } = given.credentials;
  const answer = await graph(given, 'POST', `/${number}/messages`, {
    messaging_product: 'whatsapp',
    to: to.address.slice(1),
    type: 'template',
    template: {
      name: template,
      language: { code: language ?? job.payload.locale.replaceAll('-', '_') },
      components: componentsOf(given, job),
    },
    biz_opaque_callback_data: messageIdOf(job, to),
  });
  const now = given.clock.now();
  const came = createOutcome(answer, now, (json) => {
    const id = Sent.safeParse(json).data?.messages[0]?.id;
    return id === undefined ? undefined : { externalId: id };
  });
  return came.is === 'rejected' || came.is === 'retry' ? whomItConcerns(came, answer, now) : came;
}

export const whatsapp: PeopleConnector = {
  channel: 'whatsapp',
  baseUrl: GRAPH_URL,
  linksBack: true,
  credentials: z.strictObject({
    token: z.string().min(20).max(500).meta({ description: 'A token that may send for the number' }),
    number: z.string().regex(/^\d{5,20}$/u, 'expected the id of the telephone number'),
    template: z.string().regex(/^[a-z0-9_]{1,512}$/u, 'expected the name of an approved template'),
    language: z.exactOptional(
      z.string().regex(/^[a-z]{2,3}(?:_[A-Z]{2})?$/u, 'expected a language such as en or en_GB'),
    ),
    variables: z
      .string()
      .regex(/^(?:header|body):[a-z]+(?:, ?(?:header|body):[a-z]+){0,9}$/u, 'expected such as body:text')
      .meta({ description: 'What fills the template’s variables, in their order: body:text, header:header' }),
  }),
  connectPeople: (given) => ({
    prepare: (job) => {
      const missing = missingIn(given, job);
      return Promise.resolve(
        missing.length === 0
          ? { is: 'ready', checkpoint: 'template' }
          : {
              is: 'rejected',
              reason: `The template’s variables need ${missing.join(', ')}, which the text has not.`,
            },
      );
    },
    sendOne: (job, to) => sendOne(given, job, to),
  }),
  check: (given) => graphHealth(given, `/${given.credentials['number'] ?? ''}?fields=id`),
};

import { expect, it } from 'vitest';
import * as z from 'zod';
import { whatsapp } from '../../../functions/channels/whatsapp/publish.ts';
import { peopleContract } from '../../contract/connector/people.ts';
import { peopleStandIn } from '../../support/stand-in/people-stand-in.ts';
import { hasBearer } from '../../support/stand-in/requests.ts';
import type { Route } from '../../support/stand-in/stand-in.ts';

const TOKEN = 'EAAG-a-token-of-harbour-tea';
const Parameter = z.object({ type: z.literal('text'), text: z.string().regex(/^[^\n\t]+$/u) });
const Message = z.object({
  messaging_product: z.literal('whatsapp'),
  to: z.string().regex(/^\d+$/u),
  type: z.literal('template'),
  template: z.object({
    name: z.literal('news'),
    language: z.object({ code: z.literal('en_GB') }),
    components: z.tuple([z.object({ type: z.literal('body'), parameters: z.tuple([Parameter, Parameter]) })]),
  }),
});
const refused = { status: 401, body: { error: { code: 190, message: 'Invalid token' } } };

/** Takes the one template that it has approved, with both of its variables. */
const routesOf = (delivered: { to: string; text: string; id: string }[]): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/10987654321$/u,
    answer: (request) => (hasBearer(request, TOKEN) ? { status: 200, body: { id: '10987654321' } } : refused),
  },
  {
    method: 'POST',
    path: /^\/10987654321\/messages$/u,
    creates: true,
    answer: (request) => {
      if (!hasBearer(request, TOKEN)) return refused;
      const { to, template } = Message.parse(request.json);
      const [text] = template.components[0].parameters;
      const id = `wamid.${delivered.length}`;
      delivered.push({ to: `+${to}`, text: text.text, id });
      return { status: 200, body: { messages: [{ id }] } };
    },
  },
];

const credentials = {
  token: TOKEN,
  number: '10987654321',
  template: 'news',
  variables: 'body:text, body:footer',
};
const parts = [
  { field: 'text', text: 'Cold brew is back.\n\nUntil Sunday.' },
  { field: 'footer', text: 'Harbour Tea' },
];

peopleContract({
  connector: whatsapp,
  provider: () =>
    peopleStandIn(routesOf, { credentials, wrong: { ...credentials, token: 'EAAG-a-token-of-nobody' } }),
  address: '+306912345678',
  payload: { parts },
});

it.each([
  [{ ...credentials, variables: 'title:text' }, 'variables'],
  [{ ...credentials, template: 'News Of May' }, 'template'],
  [{ ...credentials, number: '+30691' }, 'number'],
])('does not take %j', (given, field) => {
  expect(whatsapp.credentials.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

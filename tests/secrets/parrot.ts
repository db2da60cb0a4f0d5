/** A provider of everything on loopback that takes whatever comes, until it is told to refuse all of it with the secrets it was sent. */
import {
  standIn,
  type Answer,
  type Request,
  type Route,
  type StandIn,
} from '../support/stand-in/stand-in.ts';
import { repeatedAs, secretOf, tracesIn } from './traces.ts';

/** `takes`: it answers as a provider of any channel; otherwise the status of its refusals. */
export type Mood = 'takes' | 200 | 400 | 401;

export interface Parrot extends StandIn {
  /** What it gave out itself, by a name. */
  readonly given: Readonly<Record<string, string>>;
  readonly feels: (mood: Mood) => void;
  /** How often it refused a channel in a mood. */
  readonly refusals: (channel: string, mood: Mood) => number;
}

const channelIn = ({ path }: Request): string => path.split('/')[1] ?? '';

/** What any of the channels reads of a success. */
const success = (session: string): unknown => ({
  id: '77',
  acct: 'tea',
  name: 'Harbour Tea',
  uri: 'at://did:plc:tea/app.bsky.feed.post/1',
  did: 'did:plc:tea',
  handle: 'tea.example',
  accessJwt: session,
  ok: true,
  result: { message_id: 1, username: 'teabot' },
  data: { id: '77', username: 'tea' },
  messages: [{ id: 'wamid.1' }],
  MessageId: 'text-1',
});

/** In what providers of all kinds write their words, and Meta its codes. */
const refusal = (mood: Exclude<Mood, 'takes'>, words: string): Answer => ({
  status: mood,
  headers: { location: `/?said=${encodeURIComponent(words)}` },
  body: {
    __type: 'ValidationException',
    message: words,
    description: words,
    error: { message: words, code: mood === 401 ? 190 : 100 },
  },
});

/** A header may carry a name and a password by Basic. */
const carriedBy = ({ path, query, headers, body }: Request): string => {
  const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /u, ''), 'base64');
  return [path, query.toString(), JSON.stringify(headers), basic.toString(), body.toString()].join('\n');
};

/** `known`: the secrets that it recognises in what it is sent, and repeats in every form. */
export const parrot = async (known: () => Readonly<Record<string, string>>): Promise<Parrot> => {
  let mood: Mood = 'takes';
  let said = 0;
  const given: Record<string, string> = {};
  const counts = new Map<string, number>();
  const give = (name: string): string => (given[name] = secretOf(name));
  const session = give('the session of bluesky');

  const wordsFor = (request: Request): string => {
    const carried = carriedBy(request);
    const all = Object.values({ ...known(), ...given }).filter(
      (one) => tracesIn(carried, { one }).length > 0,
    );
    const forms = all.flatMap(repeatedAs);
    const turned = said++ % Math.max(1, forms.length);
    return `What was sent is not good: ${[...forms.slice(turned), ...forms.slice(0, turned)].join(' ')}`;
  };
  const refused = (request: Request, as: Exclude<Mood, 'takes'>): Answer => {
    const channel = channelIn(request);
    counts.set(`${channel} ${as}`, (counts.get(`${channel} ${as}`) ?? 0) + 1);
    return refusal(as, wordsFor(request));
  };
  /** The first tokens are over at once, and renewed while nobody looks. */
  const tokens = (): Answer => {
    const isFirst = given['the access token of x'] === undefined;
    const again = isFirst ? '' : 'renewed ';
    const body = {
      access_token: give(`the ${again}access token of x`),
      refresh_token: give(`the ${again}refresh token of x`),
      token_type: 'bearer',
      expires_in: isFirst ? 1 : 7200,
    };
    return { status: 200, body };
  };
  const back = ({ query }: Request): Answer => {
    const to = new URL(query.get('redirect_uri') ?? '');
    to.searchParams.set('state', query.get('state') ?? '');
    to.searchParams.set('code', give('the code of x'));
    return { status: 302, headers: { location: to.href } };
  };
  const anything = (method: string): Route => ({
    method,
    path: /^\//u,
    answer: (request) => {
      if (mood !== 'takes') return refused(request, mood);
      return { status: 200, headers: { 'x-restli-id': 'urn:li:share:1' }, body: success(session) };
    },
  });
  const server = await standIn([
    { method: 'GET', path: /^\/x\/i\/oauth2\/authorize$/u, answer: back },
    {
      method: 'POST',
      path: /^\/x\/2\/oauth2\/token$/u,
      answer: (request) => (mood === 'takes' ? tokens() : refused(request, 400)),
    },
    ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map(anything),
  ]);
  return {
    ...server,
    given,
    feels: (next) => {
      mood = next;
    },
    refusals: (channel, one) => counts.get(`${channel} ${one}`) ?? 0,
  };
};

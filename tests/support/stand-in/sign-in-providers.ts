/** The providers that accounts sign in at, each with the addresses and the answers of its own. */
import * as z from 'zod';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { CLIENT, oauthProvider, type OAuthLedger, type OAuthProvider } from './oauth-provider.ts';
import type { Answer, Request, Route } from './stand-in.ts';

const get = (path: RegExp, answer: (request: Request) => Answer): Route => ({ method: 'GET', path, answer });
const unauthorised: Answer = { status: 401, body: { error: { message: 'Session has expired', code: 190 } } };
const ok = (body: unknown): Answer => ({ status: 200, body });

/** Answered to whoever shows a token that is good. */
const forHolders = (ledger: OAuthLedger, path: RegExp, body: (request: Request) => unknown): Route =>
  get(path, (request) => (ledger.holds(request) ? ok(body(request)) : unauthorised));

const longToken = (ledger: OAuthLedger, kind: string, holds?: number): Answer => {
  const token = ledger.issue(kind);
  ledger.access.add(token);
  return ok({ access_token: token, token_type: 'bearer', ...(holds !== undefined && { expires_in: holds }) });
};

const DAY = 24 * 3600;
export const DATA_ACCESS_ENDS = Date.parse('2027-08-01T00:00:00Z') / 1000;

/** Two pages, of which one is linked to a professional account. */
const pages = (ledger: OAuthLedger) => {
  const page = (id: string, name: string, more: object = {}) => {
    const token = ledger.issue(`page-${id}`);
    ledger.access.add(token);
    return { id, name, access_token: token, ...more };
  };
  const linked = { instagram_business_account: { id: '900', username: 'harbourtea' } };
  return { data: [page('77', 'Harbour Tea', linked), page('78', 'Harbour Tea Athens')], paging: {} };
};

const metaRoutes = (ledger: OAuthLedger): readonly Route[] => [
  get(/^\/v24\.0\/oauth\/access_token$/u, ({ query }) =>
    ledger.access.has(query.get('fb_exchange_token') ?? '') && query.get('client_secret') === CLIENT.secret
      ? longToken(ledger, 'long', 60 * DAY)
      : unauthorised,
  ),
  get(/^\/v24\.0\/debug_token$/u, ({ query }) =>
    query.get('access_token') === `${CLIENT.id}|${CLIENT.secret}`
      ? ok({ data: { is_valid: true, data_access_expires_at: DATA_ACCESS_ENDS } })
      : unauthorised,
  ),
  forHolders(ledger, /^\/me\/accounts$/u, () => pages(ledger)),
  forHolders(ledger, /^\/(?:77|78|900)$/u, () => ({ id: '77', name: 'Harbour Tea' })),
];

const threadsRoutes = (ledger: OAuthLedger): readonly Route[] => [
  get(/^\/access_token$/u, ({ query }) =>
    ledger.access.has(query.get('access_token') ?? '') && query.get('client_secret') === CLIENT.secret
      ? longToken(ledger, 'long', 60 * DAY)
      : unauthorised,
  ),
  get(/^\/refresh_access_token$/u, ({ query }) =>
    ledger.access.has(query.get('access_token') ?? '') ? longToken(ledger, 'longer', 60 * DAY) : unauthorised,
  ),
  forHolders(ledger, /^\/(?:me|501)$/u, () => ({ id: '501', username: 'harbourtea' })),
];

const linkedinRoutes = (ledger: OAuthLedger): readonly Route[] => [
  forHolders(ledger, /^\/v2\/userinfo$/u, () => ({ sub: 'abc-1', name: 'Ana Admin' })),
  forHolders(ledger, /^\/rest\/organizationAcls$/u, () => ({
    elements: [{ organization: 'urn:li:organization:4711' }],
  })),
  forHolders(ledger, /^\/rest\/organizations\/4711$/u, () => ({ localizedName: 'Harbour Tea' })),
];

const mastodonRoutes = (ledger: OAuthLedger): readonly Route[] => [
  {
    method: 'POST',
    path: /^\/api\/v1\/apps$/u,
    answer: () => {
      const [id, secret] = [`registered-${ledger.clients.size}`, ledger.issue('client-secret')];
      ledger.clients.set(id, { secret });
      return ok({ client_id: id, client_secret: secret });
    },
  },
  forHolders(ledger, /^\/api\/v1\/accounts\/verify_credentials$/u, () => ({ id: '5', acct: 'harbourtea' })),
];

const Tweet = z.object({ text: z.string() });

const xRoutes = (ledger: OAuthLedger): readonly Route[] => [
  forHolders(ledger, /^\/2\/users\/me$/u, () => ({ data: { id: '7', username: 'harbourtea' } })),
  {
    method: 'POST',
    path: /^\/2\/tweets$/u,
    creates: true,
    answer: (request) => {
      if (!ledger.holds(request)) return unauthorised;
      const id = `1${ledger.posts.length}`;
      ledger.posts.push({ id, text: Tweet.parse(request.json).text, at: Date.now(), request });
      return { status: 201, body: { data: { id } } };
    },
  },
];

const META = { authorize: '/v24.0/dialog/oauth', token: '/v24.0/oauth/access_token', pkce: false } as const;

const SIGN_INS = {
  facebook: () => oauthProvider({ ...META, secretIn: 'body', routes: metaRoutes }),
  instagram: () => oauthProvider({ ...META, secretIn: 'body', routes: metaRoutes }),
  threads: () =>
    oauthProvider({
      authorize: '/oauth/authorize',
      token: '/oauth/access_token',
      pkce: false,
      secretIn: 'body',
      routes: threadsRoutes,
    }),
  linkedin: () =>
    oauthProvider({
      authorize: '/oauth/v2/authorization',
      token: '/oauth/v2/accessToken',
      pkce: false,
      secretIn: 'body',
      holds: 60 * DAY,
      refresh: 'kept',
      refreshHolds: 365 * DAY,
      routes: linkedinRoutes,
    }),
  x: () =>
    oauthProvider({
      authorize: '/i/oauth2/authorize',
      token: '/2/oauth2/token',
      pkce: true,
      secretIn: 'header',
      holds: 7200,
      refresh: 'rotating',
      routes: xRoutes,
    }),
  mastodon: () =>
    oauthProvider({
      authorize: '/oauth/authorize',
      token: '/oauth/token',
      pkce: true,
      secretIn: 'body',
      routes: mastodonRoutes,
    }),
} satisfies Partial<Record<ChannelId, () => Promise<OAuthProvider>>>;

export type SignInChannel = keyof typeof SIGN_INS;
export const signInProvider = (channel: SignInChannel): Promise<OAuthProvider> => SIGN_INS[channel]();

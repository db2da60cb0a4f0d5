/** An OAuth 2 provider on loopback: it keeps who may do what, takes codes and rotating tokens once, and can lose answers. */
import { createHash } from 'node:crypto';
import { standIn, type Answer, type LedgerPost, type Request, type Route, type StandIn } from './stand-in.ts';

export const CLIENT = { id: 'app-of-cantus', secret: 'secret-of-the-app-of-cantus' } as const;

export interface OAuthOptions {
  /** Paths. */
  readonly authorize: string;
  readonly token: string;
  readonly pkce: boolean;
  readonly secretIn: 'body' | 'header';
  /** Seconds that an access token holds; it names none where absent. */
  readonly holds?: number;
  readonly refresh?: 'rotating' | 'kept';
  readonly refreshHolds?: number;
  readonly routes?: (ledger: OAuthLedger) => readonly Route[];
}

interface Grant {
  readonly client: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
  used: boolean;
}

export interface OAuthLedger {
  /** Access tokens that are good now. */
  readonly access: Set<string>;
  readonly refresh: Set<string>;
  /** What was posted with a token that was good. */
  readonly posts: LedgerPost[];
  /** Everything secret that was ever given out. */
  readonly secrets: string[];
  readonly clients: Map<string, { readonly secret: string; readonly redirectUri?: string }>;
  readonly issue: (kind: string) => string;
  readonly holds: (request: Request) => boolean;
}

export interface OAuthProvider extends StandIn {
  readonly ledger: OAuthLedger;
  /** As a browser: opens the address, allows it or not, and is sent back. */
  readonly visit: (url: string, decision?: 'allow' | 'deny') => Promise<URL>;
  /** The person, or the provider, takes everything back. */
  readonly revoke: () => void;
}

const ledgerOf = (): OAuthLedger => {
  const secrets: string[] = [];
  const access = new Set<string>();
  return {
    access,
    refresh: new Set(),
    posts: [],
    secrets,
    clients: new Map([[CLIENT.id, { secret: CLIENT.secret }]]),
    issue: (kind) => {
      const token = `${kind}-token-number-${secrets.length}-of-harbour-tea`;
      secrets.push(token);
      return token;
    },
    holds: ({ headers }) => access.has((headers.authorization ?? '').replace(/^Bearer /u, '')),
  };
};

const bad = (error: string, status = 400): Answer => ({
  status,
  body: { error, error_description: `What was sent is not good: ${error}` },
});

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const clientOf = (form: URLSearchParams, { headers }: Request, secretIn: OAuthOptions['secretIn']) => {
  if (secretIn === 'body')
    return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? undefined };
  const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /u, ''), 'base64').toString();
  const [id = '', secret] = basic.split(':', 2);
  return { id, secret };
};

export const oauthProvider = async (options: OAuthOptions): Promise<OAuthProvider> => {
  const ledger = ledgerOf();
  const grants = new Map<string, Grant>();

  const tokens = (): Answer => {
    const access = ledger.issue('access');
    ledger.access.add(access);
    const refresh = options.refresh && ledger.issue('refresh');
    if (refresh !== undefined) ledger.refresh.add(refresh);
    return {
      status: 200,
      body: {
        access_token: access,
        token_type: 'bearer',
        ...(options.holds !== undefined && { expires_in: options.holds }),
        ...(refresh !== undefined && { refresh_token: refresh }),
        ...(options.refreshHolds !== undefined && { refresh_token_expires_in: options.refreshHolds }),
      },
    };
  };

  const redeem = (form: URLSearchParams, client: string): Answer => {
    const grant = grants.get(form.get('code') ?? '');
    if (!grant || grant.used || grant.client !== client) return bad('invalid_grant');
    if (grant.redirectUri !== form.get('redirect_uri')) return bad('invalid_grant');
    if (options.pkce && grant.challenge !== challengeOf(form.get('code_verifier') ?? ''))
      return bad('invalid_grant');
    grant.used = true;
    return tokens();
  };

  /** A rotating token that comes a second time is no good. */
  const renew = (form: URLSearchParams): Answer => {
    const token = form.get('refresh_token') ?? '';
    if (!ledger.refresh.has(token)) return bad('invalid_grant');
    if (options.refresh === 'rotating') ledger.refresh.delete(token);
    return tokens();
  };

  const tokenRoute: Route = {
    method: 'POST',
    path: new RegExp(`^${options.token}$`, 'u'),
    creates: true,
    answer: (request) => {
      const form = new URLSearchParams(request.body.toString());
      const { id, secret } = clientOf(form, request, options.secretIn);
      if (ledger.clients.get(id)?.secret !== secret) return bad('invalid_client', 401);
      return form.get('grant_type') === 'refresh_token' ? renew(form) : redeem(form, id);
    },
  };

  const allow = (query: URLSearchParams): string => {
    const code = ledger.issue('code');
    grants.set(code, {
      client: query.get('client_id') ?? '',
      redirectUri: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge'),
      used: false,
    });
    return code;
  };

  const authorizeRoute: Route = {
    method: 'GET',
    path: new RegExp(`^${options.authorize}$`, 'u'),
    answer: ({ query, headers }) => {
      const client = ledger.clients.get(query.get('client_id') ?? '');
      const isPkce = query.get('code_challenge_method') === 'S256' && query.get('code_challenge');
      if (!client || query.get('response_type') !== 'code' || (options.pkce && !isPkce))
        return bad('invalid_request');
      const back = new URL(query.get('redirect_uri') ?? '');
      back.searchParams.set('state', query.get('state') ?? '');
      if (headers['x-decision'] === 'deny') back.searchParams.set('error', 'access_denied');
      else back.searchParams.set('code', allow(query));
      return { status: 302, headers: { location: back.href } };
    },
  };

  const server = await standIn([authorizeRoute, tokenRoute, ...(options.routes?.(ledger) ?? [])]);
  return {
    ...server,
    ledger,
    visit: async (url, decision = 'allow') => {
      const answer = await fetch(url, { redirect: 'manual', headers: { 'x-decision': decision } });
      const location = answer.headers.get('location');
      if (location === null)
        throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
      return new URL(location);
    },
    revoke: () => {
      ledger.access.clear();
      ledger.refresh.clear();
    },
  };
};

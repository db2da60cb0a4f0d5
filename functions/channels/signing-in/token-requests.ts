/** OAuth 2 token requests over the Http port: what the provider surely refused, and what nobody knows. */
import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type AuthorizationServer,
  type ClientAuth,
  ClientSecretPost,
  customFetch,
  None,
  nopkce,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import * as z from 'zod';
import { plusSeconds } from '../../core/instant.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Client, Redeemed, SignIn, SignInGiven, Tokens } from '../../ports/sign-in.ts';
import { jsonOf, reasonOf } from '../publishing/answers.ts';
import { quietHttp } from '../publishing/quiet-http.ts';

type Where = Pick<SignIn, 'token' | 'secretIn'>;

const serverOf = ({ at }: Pick<SignInGiven, 'at'>, { token }: Where): AuthorizationServer => {
  const address = at(token);
  return { issuer: new URL(address).origin, token_endpoint: address };
};

/** Both halves as they are: the providers that want this header do not decode what RFC 6749 would have encoded. */
const inHeader =
  (secret: string): ClientAuth =>
  (_server, { client_id: id }, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${id}:${secret}`)}`);
  };

const provesBy = ({ secretIn }: Where, { secret }: Client): ClientAuth => {
  if (secret === undefined) return None();
  return secretIn === 'header' ? inHeader(secret) : ClientSecretPost(secret);
};

const Json = z.record(z.string(), z.unknown());

/** Some providers leave the token's type out, and of an identity token nothing is used. */
const asTheLibraryExpects = (text: string): string => {
  const json = Json.safeParse(jsonOf(text)).data;
  if (!json) return text;
  const { id_token: _unused, ...rest } = json;
  return JSON.stringify({ token_type: 'bearer', ...rest });
};

const JSON_TYPE = { 'content-type': 'application/json' };

/** The one call, and what came back of it. */
const over = (given: SignInGiven, url: string, ...secrets: readonly string[]) => {
  const { client } = given;
  const http = quietHttp(given.http, [...secrets, ...(client.secret === undefined ? [] : [client.secret])]);
  let answer: HttpAnswer = { is: 'not-sent', reason: 'Nothing was asked.' };
  const options = {
    [allowInsecureRequests]: new URL(url).protocol === 'http:',
    [customFetch]: async (
      to: string,
      { headers, body }: { readonly headers: Record<string, string>; readonly body: URLSearchParams },
    ): Promise<Response> => {
      answer = await http.call({ method: 'POST', url: to, headers, body: body.toString() });
      const { status, text } = answer.is === 'answered' ? answer : { status: 503, text: '' };
      const shown = status >= 200 && status < 600 && status !== 204 && status !== 304 ? status : 502;
      return new Response(asTheLibraryExpects(text), { status: shown, headers: JSON_TYPE });
    },
  };
  return { options, answered: () => answer };
};

/** Trouble with this home's own app is no trouble of the account. */
const NOT_THE_ACCOUNTS = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_scope',
  'unsupported_grant_type',
  'server_error',
  'temporarily_unavailable',
]);
const MAY_PASS: readonly number[] = [408, 409, 425, 429];
const Failed = z.object({ error: z.string() });

const failure = (answer: HttpAnswer): Exclude<Redeemed, { is: 'tokens' }> | undefined => {
  if (answer.is !== 'answered') return { is: 'unknown', reason: answer.reason };
  if (answer.status === 200) return undefined;
  const reason = reasonOf(answer);
  const error = Failed.safeParse(jsonOf(answer.text)).data?.error ?? '';
  const isFinal = answer.status >= 400 && answer.status < 500 && !MAY_PASS.includes(answer.status);
  return { is: isFinal && !NOT_THE_ACCOUNTS.has(error) ? 'refused' : 'unknown', reason };
};

const Ends = z.object({ refresh_token_expires_in: z.coerce.number().positive() });

export const tokensOf = (
  { access_token: access, expires_in: seconds, refresh_token: refresh, ...more }: TokenEndpointResponse,
  now: string,
): Tokens => {
  const ends = Ends.safeParse(more).data?.refresh_token_expires_in;
  return {
    access,
    ...(seconds !== undefined && { expiresAt: plusSeconds(now, seconds) }),
    ...(refresh !== undefined && { refresh }),
    ...(ends !== undefined && { renewableUntil: plusSeconds(now, ends) }),
  };
};

const NO_TOKEN = 'The provider’s answer has no token in it.';

const redeemed = async (
  { clock }: SignInGiven,
  answered: () => HttpAnswer,
  asked: () => Promise<TokenEndpointResponse>,
): Promise<Redeemed> => {
  try {
    const response = await asked();
    return { is: 'tokens', tokens: tokensOf(response, clock.now()) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failure(answered()) ?? { is: 'unknown', reason: NO_TOKEN };
  }
};

export interface Callback {
  readonly state: string;
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** What the code of a callback is good for. The provider takes a code once. */
export const redeemCode = (
  given: SignInGiven,
  signIn: SignIn,
  { state, code, redirectUri, verifier }: Callback,
): Promise<Redeemed> => {
  const server = serverOf(given, signIn);
  const client = { client_id: given.client.id };
  const { options, answered } = over(given, given.at(signIn.token), code, verifier);
  return redeemed(given, answered, async () => {
    const parameters = validateAuthResponse(server, client, new URLSearchParams({ state, code }), state);
    const proof = provesBy(signIn, given.client);
    const pkce = signIn.pkce ? verifier : nopkce;
    return processAuthorizationCodeResponse(
      server,
      client,
      await authorizationCodeGrantRequest(server, client, proof, parameters, redirectUri, pkce, options),
    );
  });
};

/** New tokens for a refresh token, which many providers take only once. */
export const redeemRefresh = (given: SignInGiven, where: Where, refresh: string): Promise<Redeemed> => {
  const server = serverOf(given, where);
  const client = { client_id: given.client.id };
  const { options, answered } = over(given, given.at(where.token), refresh);
  return redeemed(given, answered, async () =>
    processRefreshTokenResponse(
      server,
      client,
      await refreshTokenGrantRequest(server, client, provesBy(where, given.client), refresh, options),
    ),
  );
};

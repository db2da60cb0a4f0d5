/** Meta's tokens and pages: a login's short token becomes a long one, and each page has a token of its own. */
import * as z from 'zod';
import { instantOf, plusSeconds } from '../../core/instant.ts';
import type { Redeemed, SignInGiven, SignInPlaces, Tokens } from '../../ports/sign-in.ts';
import { readJson } from '../publishing/answers.ts';
import { graph, GRAPH_URL } from '../publishing/graph.ts';
import { quietHttp, secretsIn } from '../publishing/quiet-http.ts';
import { failed, type Failure } from './failed.ts';

const LongLived = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() });

/** The token that a GET with these parameters answers. */
export const longLived = async (
  { http, clock, at }: Pick<SignInGiven, 'http' | 'clock' | 'at'>,
  address: string,
  query: Readonly<Record<string, string>>,
): Promise<Redeemed> => {
  const answer = await quietHttp(http, secretsIn(query)).call({
    method: 'GET',
    url: `${at(address)}?${new URLSearchParams(query).toString()}`,
  });
  const token = LongLived.safeParse(readJson(answer)).data;
  if (!token) return failed(answer);
  const { access_token: access, expires_in: seconds } = token;
  return {
    is: 'tokens',
    tokens: { access, ...(seconds !== undefined && { expiresAt: plusSeconds(clock.now(), seconds) }) },
  };
};

/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived (stored copy, 2026-11) */
const exchanged = (given: SignInGiven, { access }: Tokens): Promise<Redeemed> =>
  longLived(given, `${GRAPH_URL}/oauth/access_token`, {
    grant_type: 'fb_exchange_token',
    client_id: given.client.id,
    client_secret: given.client.secret ?? '',
    fb_exchange_token: access,
  });

const Debugged = z.object({
  data: z.object({
    expires_at: z.number().optional(),
    data_access_expires_at: z.number().optional(),
  }),
});

/** A page's token has no end of its own, but Meta asks the person to sign in again when data access ends. */
const accessEnds = async ({ http, client, at }: SignInGiven, token: string): Promise<string | undefined> => {
  const query = new URLSearchParams({
    input_token: token,
    access_token: `${client.id}|${client.secret ?? ''}`,
  });
  const url = `${at(`${GRAPH_URL}/debug_token`)}?${query.toString()}`;
  const seconds = Debugged.safeParse(readJson(await http.call({ method: 'GET', url }))).data?.data
    .data_access_expires_at;
  return seconds === undefined || seconds === 0 ? undefined : instantOf(seconds * 1000);
};

const Page = z.object({
  id: z.string(),
  name: z.string(),
  access_token: z.string().optional(),
  instagram_business_account: z.object({ id: z.string(), username: z.string().optional() }).optional(),
});
export type MetaPage = z.infer<typeof Page>;
const Pages = z.object({
  data: z.array(Page),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() })
    .optional(),
});
const MOST_LISTS = 10;

const pagesOf = async (given: SignInGiven, token: string): Promise<readonly MetaPage[] | Failure> => {
  const pages: MetaPage[] = [];
  let after = '';
  for (let lists = 0; lists < MOST_LISTS; lists += 1) {
    const fields = 'id,name,access_token,instagram_business_account{id,username}';
    const query = new URLSearchParams({ fields, limit: '100', ...(after !== '' && { after }) });
    const answer = await graph(
      { ...given, http: quietHttp(given.http, [token]), credentials: { token } },
      'GET',
      `/me/accounts?${query.toString()}`,
    );
    const list = Pages.safeParse(readJson(answer)).data;
    if (!list) return failed(answer);
    pages.push(...list.data);
    after = list.paging?.next === undefined ? '' : (list.paging.cursors?.after ?? '');
    if (after === '') break;
  }
  return pages;
};

/** Every page of the person who signed in as `placeOf` makes a place of it, with when the person must sign in again. */
export const placesOnPages = async (
  given: SignInGiven,
  tokens: Tokens,
  placeOf: (page: MetaPage & { readonly access_token: string }) =>
    | {
        readonly id: string;
        readonly name: string;
        readonly credentials: Readonly<Record<string, string>>;
      }
    | undefined,
): Promise<SignInPlaces> => {
  const long = await exchanged(given, tokens);
  if (long.is !== 'tokens') return long;
  const pages = await pagesOf(given, long.tokens.access);
  if ('is' in pages) return pages;
  const expiresAt = await accessEnds(given, long.tokens.access);
  const places = pages.flatMap(({ access_token, ...page }) => {
    const place = access_token === undefined ? undefined : placeOf({ ...page, access_token });
    return place ? [{ ...place, ...(expiresAt !== undefined && { expiresAt }) }] : [];
  });
  return { is: 'places', places };
};

/** Signing in for Threads: a token of an hour becomes one of 60 days, which is renewed by itself. */
import * as z from 'zod';
import type { Given, Refreshed, Renewing } from '../../ports/publisher.ts';
import type { SignIn } from '../../ports/sign-in.ts';
import { readJson } from '../publishing/answers.ts';
import { graph } from '../publishing/graph.ts';
import { failed } from '../signing-in/failed.ts';
import { longLived } from '../signing-in/meta.ts';
import { endsOf } from '../signing-in/only-place.ts';

const ME = '/me?fields=id,username';
const Me = z.object({ id: z.string(), username: z.string() });

/** https://developers.facebook.com/docs/threads/get-started/long-lived-tokens (stored copy, 2026-11) */
export const threadsSignIn: SignIn = {
  channel: 'threads',
  authorize: 'https://threads.net/oauth/authorize',
  token: 'https://graph.threads.net/oauth/access_token',
  scopes: [
    'threads_basic',
    'threads_content_publish',
    'threads_manage_replies',
    'threads_read_replies',
    'threads_delete',
  ],
  between: ',',
  pkce: false,
  secretIn: 'body',
  async places(given, { access }) {
    const long = await longLived(given, 'https://graph.threads.net/access_token', {
      grant_type: 'th_exchange_token',
      client_secret: given.client.secret ?? '',
      access_token: access,
    });
    if (long.is !== 'tokens') return long;
    const { access: token } = long.tokens;
    const answer = await graph({ ...given, credentials: { token } }, 'GET', ME);
    const me = Me.safeParse(readJson(answer)).data;
    if (!me) return failed(answer);
    return {
      is: 'places',
      places: [
        {
          id: me.id,
          name: `@${me.username}`,
          credentials: { user: me.id, token },
          ...endsOf(long.tokens),
        },
      ],
    };
  },
};

/** The token that is there is good for another 60 days, once it is a day old. */
export async function refreshThreads(given: Given, { at }: Renewing): Promise<Refreshed> {
  const { credentials, http, clock } = given;
  const long = await longLived({ http, clock, at }, 'https://graph.threads.net/refresh_access_token', {
    grant_type: 'th_refresh_token',
    access_token: credentials['token'] ?? '',
  });
  if (long.is !== 'tokens') return long;
  const { access: token } = long.tokens;
  return { is: 'refreshed', credentials: { ...credentials, token }, ...endsOf(long.tokens) };
}

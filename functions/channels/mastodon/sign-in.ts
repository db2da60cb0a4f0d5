/** Signing in at a Mastodon server: this home registers there first, and older servers pass over PKCE. */
import * as z from 'zod';
import type { SignIn } from '../../ports/sign-in.ts';
import { readJson } from '../publishing/answers.ts';
import { failed } from '../signing-in/failed.ts';
import { onlyPlace } from '../signing-in/only-place.ts';

const App = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

/** https://docs.joinmastodon.org/methods/apps/ (stored copy, 2026-11) */
export const mastodonSignIn: SignIn = {
  channel: 'mastodon',
  authorize: 'https://mastodon.example/oauth/authorize',
  token: 'https://mastodon.example/oauth/token',
  scopes: ['read:accounts', 'read:statuses', 'write:media', 'write:statuses'],
  between: ' ',
  pkce: true,
  secretIn: 'body',
  async register({ http, baseUrl }, { redirectUri, scopes }) {
    const answer = await http.call({
      method: 'POST',
      url: `${baseUrl}/api/v1/apps`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'Cantus', redirect_uris: redirectUri, scopes: scopes.join(' ') }),
    });
    const app = App.safeParse(readJson(answer)).data;
    return app ? { id: app.client_id, secret: app.client_secret } : failed(answer);
  },
  places: async ({ baseUrl }, { refresh: _never, ...tokens }) => onlyPlace(tokens, { server: baseUrl }),
};

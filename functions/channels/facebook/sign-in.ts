/** Signing in for a Facebook page: Facebook Login, then one of the person's pages. */
import type { SignIn } from '../../ports/sign-in.ts';
import { placesOnPages } from '../signing-in/meta.ts';

export const FACEBOOK_LOGIN = {
  authorize: 'https://www.facebook.com/v24.0/dialog/oauth',
  token: 'https://graph.facebook.com/v24.0/oauth/access_token',
  between: ',',
  pkce: false,
  secretIn: 'body',
} as const;

export const facebookSignIn: SignIn = {
  ...FACEBOOK_LOGIN,
  channel: 'facebook',
  scopes: ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts', 'pages_manage_engagement'],
  places: (given, tokens) =>
    placesOnPages(given, tokens, ({ id, name, access_token: token }) => ({
      id,
      name,
      credentials: { page: id, token },
    })),
};

/** Signing in for a professional account on Instagram: Facebook Login, then an account that a page is linked to. */
import type { SignIn } from '../../ports/sign-in.ts';
import { FACEBOOK_LOGIN } from '../facebook/sign-in.ts';
import { placesOnPages } from '../signing-in/meta.ts';

export const instagramSignIn: SignIn = {
  ...FACEBOOK_LOGIN,
  channel: 'instagram',
  clientOf: 'facebook',
  scopes: [
    'pages_show_list',
    'pages_read_engagement',
    'instagram_basic',
    'instagram_content_publish',
    'instagram_manage_comments',
  ],
  places: (given, tokens) =>
    placesOnPages(
      given,
      tokens,
      ({ name, access_token: token, instagram_business_account: linked }) =>
        linked && {
          id: linked.id,
          name: linked.username === undefined ? name : `@${linked.username} (${name})`,
          credentials: { user: linked.id, token },
        },
    ),
};

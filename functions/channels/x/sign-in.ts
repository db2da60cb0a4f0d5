/** Signing in at X: PKCE, tokens of two hours, and a refresh token that is good for one use. */
import type { SignIn } from '../../ports/sign-in.ts';
import { refreshByGrant } from '../signing-in/refresh-grant.ts';
import { onlyPlace } from '../signing-in/only-place.ts';

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token (stored copy, 2026-11) */
export const xSignIn: SignIn = {
  channel: 'x',
  authorize: 'https://x.com/i/oauth2/authorize',
  token: 'https://api.x.com/2/oauth2/token',
  scopes: ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access'],
  between: ' ',
  pkce: true,
  secretIn: 'header',
  places: async (_, tokens) => onlyPlace(tokens),
};

export const refreshX = refreshByGrant(xSignIn);

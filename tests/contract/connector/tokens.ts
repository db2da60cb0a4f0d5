/** How providers that tell the two apart say that a token is over, and that it was taken back. */
import type { Answer } from '../../support/stand-in/stand-in.ts';

export type TokenAnswers = Readonly<Record<'expired' | 'revoked', Answer>>;

const graph = (message: string, error_subcode: number): Answer => ({
  status: 400,
  body: { error: { message, type: 'OAuthException', code: 190, error_subcode } },
});

/** https://developers.facebook.com/docs/graph-api/guides/error-handling (stored copy, 2026-11-27) */
export const GRAPH_TOKENS: TokenAnswers = {
  expired: graph('Error validating access token: the session has expired.', 463),
  revoked: graph('Error validating access token: the password was changed.', 460),
};

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling (stored copy, 2026-11-27) */
export const LINKEDIN_TOKENS: TokenAnswers = {
  expired: { status: 401, body: { message: 'Expired access token', status: 401 } },
  revoked: { status: 401, body: { message: 'The token has been revoked', status: 401 } },
};

/** Of the OAuth server that Mastodon has built in; its reason stands in the header and in the body. */
const doorkeeper = (error: string): Answer => ({
  status: 401,
  headers: {
    'www-authenticate': `Bearer realm="Doorkeeper", error="invalid_token", error_description="${error}"`,
  },
  body: { error },
});
export const MASTODON_TOKENS: TokenAnswers = {
  expired: doorkeeper('The access token expired'),
  revoked: doorkeeper('The access token was revoked'),
};

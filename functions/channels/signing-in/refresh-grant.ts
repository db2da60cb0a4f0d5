/** Renews credentials by the refresh token among them; a provider that gives a new one takes the old one no more. */
import * as z from 'zod';
import type { Given, Refreshed, Renewing } from '../../ports/publisher.ts';
import type { SignIn } from '../../ports/sign-in.ts';
import { endsOf, keptOf } from './only-place.ts';
import { redeemRefresh } from './token-requests.ts';

/** As a person may type it in beside an access token. */
export const refreshToken = z.exactOptional(
  z.string().min(8).meta({
    description: 'The refresh token that came with it, of the app that this home is known by',
  }),
);

export const refreshByGrant =
  (where: Pick<SignIn, 'channel' | 'token' | 'secretIn'>) =>
  async ({ credentials, http, clock, baseUrl }: Given, { client, at }: Renewing): Promise<Refreshed> => {
    const { refresh } = credentials;
    if (refresh === undefined)
      return { is: 'refused', reason: 'There is no refresh token to renew the credentials with.' };
    if (!client)
      return { is: 'unknown', reason: `This home knows no app at ${where.channel} to renew with.` };
    const came = await redeemRefresh({ http, clock, baseUrl, client, at }, where, refresh);
    if (came.is !== 'tokens') return came;
    return {
      is: 'refreshed',
      credentials: { ...credentials, ...keptOf(came.tokens) },
      ...endsOf(came.tokens),
    };
  };

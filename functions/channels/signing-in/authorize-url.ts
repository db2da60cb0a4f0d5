/** Where a person is sent to sign in (RFC 6749, section 4.1.1), with PKCE by S256 where the provider knows it. */
import { calculatePKCECodeChallenge } from 'oauth4webapi';
import type { Client, SignIn, SignInGiven } from '../../ports/sign-in.ts';

export const scopesOf = ({ scopes }: SignIn, client?: Client): readonly string[] => client?.scopes ?? scopes;

export const authorizeUrl = async (
  { client, at }: SignInGiven,
  signIn: SignIn,
  asked: { readonly state: string; readonly verifier: string; readonly redirectUri: string },
): Promise<string> => {
  const url = new URL(at(signIn.authorize));
  const parameters = {
    response_type: 'code',
    client_id: client.id,
    redirect_uri: asked.redirectUri,
    scope: scopesOf(signIn, client).join(signIn.between),
    state: asked.state,
    ...(signIn.pkce && {
      code_challenge: await calculatePKCECodeChallenge(asked.verifier),
      code_challenge_method: 'S256',
    }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
};

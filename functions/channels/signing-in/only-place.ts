/** Where a login is one profile: what it is called is found out when the account is connected. */
import type { Credentials } from '../../ports/publisher.ts';
import type { SignInPlaces, Tokens } from '../../ports/sign-in.ts';

/** When tokens end, for a place. */
export const endsOf = ({ expiresAt, renewableUntil }: Omit<Tokens, 'access'>) => ({
  ...(expiresAt !== undefined && { expiresAt }),
  ...(renewableUntil !== undefined && { renewableUntil }),
});

/** What is kept of tokens, by the names that connectors share. */
export const keptOf = ({ access: token, refresh }: Tokens): Credentials => ({
  token,
  ...(refresh !== undefined && { refresh }),
});

export const onlyPlace = (tokens: Tokens, more: Credentials = {}): SignInPlaces => ({
  is: 'places',
  places: [
    {
      id: 'self',
      name: 'Whoever signed in',
      credentials: { ...more, ...keptOf(tokens) },
      ...endsOf(tokens),
    },
  ],
});

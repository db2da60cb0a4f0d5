/** Reads the ID tokens of a Cognito user pool against the pool's published keys. */
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import type { UserId } from '../../core/ids.ts';
import { asId } from '../../core/ids.ts';
import type { SignedIn } from '../../ports.ts';

export interface TokenIssuer {
  /** `https://cognito-idp.<region>.amazonaws.com/<pool>` */
  readonly issuer: string;
  readonly clientId: string;
}

/** What a token that is not ours, or no longer valid, fails with; anything else is trouble on our side. */
const NOT_OURS: ReadonlySet<string> = new Set([
  errors.JWTInvalid.code,
  errors.JWTExpired.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWKSNoMatchingKey.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
]);

const isNotOurs = (error: unknown): boolean => error instanceof errors.JOSEError && NOT_OURS.has(error.code);

const signedIn = ({ sub, email, token_use: use }: JWTPayload): SignedIn | undefined =>
  use === 'id' && sub !== undefined && typeof email === 'string'
    ? { user: asId<UserId>(sub), email }
    : undefined;

/** The keys are fetched when first needed and kept; an unknown key id fetches them again. */
export function tokenReader({ issuer, clientId }: TokenIssuer) {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  return async (token: string): Promise<SignedIn | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience: clientId, algorithms: ['RS256'] });
      return signedIn(payload);
    } catch (error) {
      if (isNotOurs(error)) return undefined;
      throw error;
    }
  };
}

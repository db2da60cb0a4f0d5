/** A user pool on loopback: temporary and permanent passwords, the new-password challenge, and signed ID tokens. */
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import * as z from 'zod';
import { type Answer, type Asked, failure, json, loopback } from './loopback.ts';

const Ask = z.object({
  Username: z.string().default(''),
  TemporaryPassword: z.string().default(''),
  Password: z.string().default(''),
  Permanent: z.boolean().default(false),
  AuthParameters: z
    .object({ USERNAME: z.string(), PASSWORD: z.string() })
    .prefault({ USERNAME: '', PASSWORD: '' }),
  ChallengeResponses: z
    .object({ USERNAME: z.string(), NEW_PASSWORD: z.string() })
    .prefault({ USERNAME: '', NEW_PASSWORD: '' }),
});
type Operation = (ask: z.infer<typeof Ask>) => Answer;

interface User {
  readonly sub: string;
  password: string;
  temporary: boolean;
}

const attributes = ({ sub }: User) => [{ Name: 'sub', Value: sub }];
const signedIn = (email: string) =>
  json({ AuthenticationResult: { IdToken: `token of ${email}`, ExpiresIn: 3600 } });

const operations = (users: Map<string, User>): Record<string, Operation> => {
  const withUser = (email: string, then: (user: User) => Answer): Answer => {
    const user = users.get(email);
    return user === undefined ? failure('UserNotFoundException') : then(user);
  };
  return {
    AdminCreateUser({ Username, TemporaryPassword }) {
      if (users.has(Username)) return failure('UsernameExistsException');
      const user = { sub: `user-${users.size + 1}`, password: TemporaryPassword, temporary: true };
      users.set(Username, user);
      return json({ User: { Attributes: attributes(user) } });
    },
    AdminGetUser: ({ Username }) =>
      withUser(Username, (user) =>
        json({
          UserAttributes: attributes(user),
          UserStatus: user.temporary ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
        }),
      ),
    AdminSetUserPassword: ({ Username, Password, Permanent }) =>
      withUser(Username, (user) => {
        Object.assign(user, { password: Password, temporary: !Permanent });
        return json({});
      }),
    AdminInitiateAuth: ({ AuthParameters: { USERNAME, PASSWORD } }) =>
      withUser(USERNAME, ({ password, temporary }) => {
        if (password !== PASSWORD) return failure('NotAuthorizedException');
        return temporary
          ? json({ ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's' })
          : signedIn(USERNAME);
      }),
    AdminRespondToAuthChallenge: ({ ChallengeResponses: { USERNAME, NEW_PASSWORD } }) =>
      withUser(USERNAME, (user) => {
        if (NEW_PASSWORD.length < 12) return failure('InvalidPasswordException');
        Object.assign(user, { password: NEW_PASSWORD, temporary: false });
        return signedIn(USERNAME);
      }),
  };
};

const { publicKey, privateKey } = await generateKeyPair('RS256');

export async function userPool() {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const known = operations(new Map());
  const answer = ({ path, target, body }: Asked): Answer => {
    if (path === '/pool/.well-known/jwks.json') return json({ keys: [jwk] });
    const operation = known[target.slice(target.indexOf('.') + 1)];
    return operation?.(Ask.parse(JSON.parse(body))) ?? failure('UnknownOperationException');
  };
  const { client, endpoint, asked } = await loopback(answer);
  const issuer = `${endpoint}/pool`;
  const sign = (payload: JWTPayload, key = privateKey) =>
    new SignJWT({ iss: issuer, aud: 'client', token_use: 'id', exp: Date.now() / 1000 + 60, ...payload })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(key);
  return { cognito: new CognitoIdentityProviderClient(client), issuer, sign, asked };
}

/** Who somebody is, by a Cognito user pool. An invitation is a temporary password, which sets the person's own once. */
import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  type AttributeType,
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { Refused } from '../../core/errors.ts';
import { asId, type UserId } from '../../core/ids.ts';
import type { Clock, Identity } from '../../ports.ts';
import { tokenReader, type TokenIssuer } from './cognito-tokens.ts';
import { invitationCode, readInvitation } from './invitation.ts';

export interface CognitoHome extends TokenIssuer {
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPool: string;
  readonly clock: Clock;
}

const WRONG = new Set([
  'NotAuthorizedException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
]);
const notSignedIn = () => new Refused('not-signed-in', 'E-mail and password do not match.');

/** One answer for every way of being wrong, so that nobody learns who has an account. */
async function refusing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CognitoIdentityProviderServiceException)) throw error;
    if (WRONG.has(error.name)) throw notSignedIn();
    if (error.name === 'InvalidPasswordException') throw new Refused('invalid-input', error.message);
    throw error;
  }
}

function tokenOf({ clock }: CognitoHome, result: AuthenticationResultType | undefined) {
  const { IdToken: token, ExpiresIn: seconds = 0 } = result ?? {};
  if (token === undefined) throw notSignedIn();
  return { token, expiresAt: new Date(Date.parse(clock.now()) + seconds * 1000).toISOString() };
}

const start = ({ cognito, userPool, clientId }: CognitoHome, email: string, password: string) =>
  cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: userPool,
      ClientId: clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );

const subOf = (attributes: readonly AttributeType[] = []): UserId => {
  const sub = attributes.find(({ Name }) => Name === 'sub')?.Value;
  if (sub === undefined) throw new Error('The user pool gave a user without a sub');
  return asId<UserId>(sub);
};

async function create({ cognito, userPool }: CognitoHome, email: string) {
  const temporary = randomBytes(24).toString('base64url');
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: userPool,
      Username: email,
      TemporaryPassword: temporary,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  return { user: subOf(User?.Attributes), code: invitationCode({ email, temporary }) };
}

/** A person with a password of their own gets no code: it would hand the account to whoever invites. */
async function inviteAgain({ cognito, userPool }: CognitoHome, email: string) {
  const known = await cognito.send(new AdminGetUserCommand({ UserPoolId: userPool, Username: email }));
  const user = subOf(known.UserAttributes);
  if (known.UserStatus !== 'FORCE_CHANGE_PASSWORD') return { user, code: '' };
  const temporary = randomBytes(24).toString('base64url');
  await cognito.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: userPool,
      Username: email,
      Password: temporary,
      Permanent: false,
    }),
  );
  return { user, code: invitationCode({ email, temporary }) };
}

async function redeem(home: CognitoHome, code: string, password: string | undefined) {
  const invitation = readInvitation(code);
  if (invitation === undefined) throw new Refused('not-signed-in', 'This code is not an invitation.');
  if (password === undefined) throw new Refused('invalid-input', 'Choose a password to use the invitation.');
  const { email, temporary } = invitation;
  const { ChallengeName, Session } = await refusing(() => start(home, email, temporary));
  if (ChallengeName !== 'NEW_PASSWORD_REQUIRED' || Session === undefined) throw notSignedIn();
  const { AuthenticationResult } = await refusing(() =>
    home.cognito.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: home.userPool,
        ClientId: home.clientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: email, NEW_PASSWORD: password },
      }),
    ),
  );
  return tokenOf(home, AuthenticationResult);
}

export const cognitoIdentity = (home: CognitoHome): Identity => ({
  verify: tokenReader(home),
  async signIn(email, password) {
    const { AuthenticationResult } = await refusing(() => start(home, email, password));
    return tokenOf(home, AuthenticationResult);
  },
  async invite(email) {
    try {
      return await create(home, email);
    } catch (error) {
      if (error instanceof UsernameExistsException) return inviteAgain(home, email);
      throw error;
    }
  },
  redeem: (code, password) => redeem(home, code, password),
});

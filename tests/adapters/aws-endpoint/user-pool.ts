/** A user pool at the endpoint, with the stack's settings; its tokens name AWS as their issuer, whose keys are fetched here instead. */
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { vi } from 'vitest';
import type { CognitoHome } from '../../../functions/adapters/aws/cognito-identity.ts';
import { CLIENT, ENDPOINT, fresh, given, REGION } from './endpoint.ts';

export const cognito = new CognitoIdentityProviderClient(CLIENT);
const ISSUER = `https://cognito-idp.${REGION}.amazonaws.com`;

/** @returns what puts the usual way of fetching back. */
export function keysFromEndpoint(): () => void {
  const { fetch } = globalThis;
  const spy = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation((asked, init) =>
      fetch(asked instanceof Request ? asked : asked.toString().replace(ISSUER, ENDPOINT), init),
    );
  return () => spy.mockRestore();
}

export async function openUserPool(): Promise<Pick<CognitoHome, 'issuer' | 'userPool' | 'clientId'>> {
  const pool = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: fresh('people'),
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
          RequireUppercase: false,
          TemporaryPasswordValidityDays: 7,
        },
      },
    }),
  );
  const userPool = given(pool.UserPool?.Id);
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPool,
      ClientName: 'api',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      IdTokenValidity: 8,
      AccessTokenValidity: 8,
      TokenValidityUnits: { IdToken: 'hours', AccessToken: 'hours' },
    }),
  );
  return { issuer: `${ISSUER}/${userPool}`, userPool, clientId: given(UserPoolClient?.ClientId) };
}

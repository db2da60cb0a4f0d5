/** Signing in at LinkedIn: one's own profile, or an organisation that one administers. */
import * as z from 'zod';
import type { SignIn, SignInGiven, SignInPlace } from '../../ports/sign-in.ts';
import { readJson } from '../publishing/answers.ts';
import { failed } from '../signing-in/failed.ts';
import { endsOf, keptOf } from '../signing-in/only-place.ts';
import { refreshByGrant } from '../signing-in/refresh-grant.ts';
import { versionOf } from './version.ts';

const Me = z.object({ sub: z.string(), name: z.string() });
const Acls = z.object({ elements: z.array(z.object({ organization: z.string() })) });
const Organization = z.object({ localizedName: z.string() });
const ORGANIZATION = /^urn:li:organization:(\d+)$/u;
const MOST = 50;

const get = (given: SignInGiven, token: string, path: string) =>
  given.http.call({
    method: 'GET',
    url: given.baseUrl + path,
    headers: {
      authorization: `Bearer ${token}`,
      'linkedin-version': versionOf(given),
      'x-restli-protocol-version': '2.0.0',
    },
  });

/** Without the scopes for organisations there are none. */
const organizationsOf = async (given: SignInGiven, token: string) => {
  const path = `/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&count=${MOST}`;
  const acls = Acls.safeParse(readJson(await get(given, token, path))).data?.elements ?? [];
  return Promise.all(
    acls.flatMap(({ organization: urn }) => {
      const id = ORGANIZATION.exec(urn)?.[1];
      return id === undefined ? [] : [named(given, token, urn, id)];
    }),
  );
};

const named = async (given: SignInGiven, token: string, urn: string, id: string) => {
  const read = readJson(await get(given, token, `/rest/organizations/${id}`));
  return { id: urn, name: Organization.safeParse(read).data?.localizedName ?? urn };
};

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow (stored copy, 2026-11) */
export const linkedinSignIn: SignIn = {
  channel: 'linkedin',
  authorize: 'https://www.linkedin.com/oauth/v2/authorization',
  token: 'https://www.linkedin.com/oauth/v2/accessToken',
  scopes: [
    'openid',
    'profile',
    'w_member_social',
    'rw_organization_admin',
    'r_organization_social',
    'w_organization_social',
  ],
  between: ' ',
  pkce: false,
  secretIn: 'body',
  async places(given, tokens) {
    const answer = await get(given, tokens.access, '/v2/userinfo');
    const me = Me.safeParse(readJson(answer)).data;
    if (!me) return failed(answer);
    const mine = { id: `urn:li:person:${me.sub}`, name: me.name };
    const places = [...(await organizationsOf(given, tokens.access)), mine].map(
      ({ id, name }): SignInPlace => ({
        id,
        name,
        credentials: { owner: id, ...keptOf(tokens) },
        ...endsOf(tokens),
      }),
    );
    return { is: 'places', places };
  },
};

export const refreshLinkedin = refreshByGrant(linkedinSignIn);

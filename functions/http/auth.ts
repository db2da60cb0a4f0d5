/** Who asks: a bearer token for the API, a cookie for pages that only read. */
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { Refused } from '../core/errors.ts';
import { requireRole, type Verb } from '../core/roles.ts';
import { openWorkspace } from '../use-cases/workspace/open-workspace.ts';
import type { MemberEnv, SignedIn, SignedInEnv, World } from './env.ts';

export const COOKIE = 'cantus';

const BEARER = /^Bearer +(\S+)$/iu;

const unknown = (): Refused =>
  new Refused('not-signed-in', 'Sign in first: send a valid token as "Authorization: Bearer …".');

/** A cookie is never enough here, so no other site's form can act in a member's name. */
export const bearer = (world: World) =>
  createMiddleware<SignedInEnv>(async (c, next) => {
    const token = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
    const who = token === undefined ? undefined : await world.identity.verify(token);
    if (!who) throw unknown();
    c.set('who', who);
    c.header('cache-control', 'private, no-cache');
    await next();
  });

/** For pages: undefined when nobody is signed in. */
export const pageVisitor = async (
  world: World,
  c: Parameters<typeof getCookie>[0],
): Promise<SignedIn | undefined> => {
  const token = getCookie(c, COOKIE);
  return token === undefined ? undefined : world.identity.verify(token);
};

/** Opens the workspace of the path for its member; a stranger gets 404. */
export const membership = (world: World) =>
  createMiddleware<MemberEnv>(async (c, next) => {
    c.set('session', await openWorkspace(world, c.get('who'), c.req.param('ws') ?? ''));
    await next();
  });

/** Refuses by role before the body is looked at; the use case checks again for callers that are not HTTP. */
export const may = ({ verb }: { readonly verb: Verb }) =>
  createMiddleware<MemberEnv>(async (c, next) => {
    requireRole(c.get('session').member, verb);
    await next();
  });

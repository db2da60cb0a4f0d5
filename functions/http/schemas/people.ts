/** Signing in, members, workspaces. */
import * as z from 'zod';
import { ROLES } from '../../core/member.ts';
import { email, list, locale, maybe, rev, slug, words, zone } from './words.ts';

const password = z
  .string()
  .min(12, 'expected at least 12 characters')
  .max(200, 'expected at most 200 characters')
  .meta({ format: 'password' });

export const signInBody = z.strictObject({ email, password: z.string().max(200) }).meta({ id: 'SignIn' });
/** A user pool's invitation carries the e-mail, of 254 characters at most, in base64. */
const MOST_CODE = 400;

export const linkBody = z
  .strictObject({
    code: z.string().min(1).max(MOST_CODE).meta({ description: 'The code of a one-time link' }),
    password: maybe(password),
  })
  .meta({ id: 'OneTimeLink' });
export const tokenAnswer = z
  .object({ token: z.string(), expiresAt: z.string() })
  .meta({ id: 'Token', description: 'Send it as `Authorization: Bearer <token>`' });

export const roles = list(z.enum(ROLES));
const approves = list(z.union([z.literal('*'), locale])).meta({
  description: 'The locales they may approve; `*` for all',
});

export const member = z
  .object({
    user: z.string(),
    workspace: z.string(),
    name: z.string(),
    email: z.string(),
    roles,
    locales: list(z.string()),
  })
  .meta({ id: 'Member' });
export const memberBody = z
  .strictObject({ email, name: words(200), roles, locales: approves })
  .meta({ id: 'NewMember' });
export const memberChange = z.strictObject({ roles, locales: approves }).meta({ id: 'MemberChange' });
export const invited = z
  .object({
    member,
    code: maybe(z.string().meta({ description: 'One-time link code: shown once, kept nowhere in clear' })),
  })
  .meta({ id: 'Invited' });

export const workspace = z
  .object({
    id: z.string(),
    name: z.string(),
    zone: z.string(),
    selfApproval: z.boolean(),
    paused: maybe(z.boolean()),
  })
  .meta({ id: 'Workspace' });
export const workspaceBody = z
  .strictObject({
    id: slug('the id of a workspace').meta({ example: 'northwind-coffee' }),
    name: words(200),
    zone,
    adminName: words(200),
    selfApproval: maybe(z.boolean()),
  })
  .meta({ id: 'NewWorkspace' });
export const me = z
  .object({ user: z.string(), email: z.string(), workspaces: list(member) })
  .meta({ id: 'Me' });
export const versionedMember = member.extend({ rev }).meta({ id: 'VersionedMember' });
export const versionedWorkspace = workspace.extend({ rev }).meta({ id: 'VersionedWorkspace' });

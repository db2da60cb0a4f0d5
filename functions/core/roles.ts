/** Who may do what: one table of every verb a member can ask for. */
import { Refused } from './errors.ts';
import { ROLES, type Member, type Role } from './member.ts';

const everyone = ROLES;
const talkers = ['reviewer', 'manager', 'brand', 'admin'] as const;
const reviewers = ['reviewer', 'admin'] as const;
const managers = ['manager', 'admin'] as const;
const brandTeam = ['brand', 'admin'] as const;
const admins = ['admin'] as const;
const markers = ['manager', 'brand', 'admin'] as const;

export const VERBS = {
  'get-campaign': everyone,
  'list-campaigns': everyone,
  'get-variant': everyone,
  'list-variants': everyone,
  'check-consistency': everyone,
  'get-calendar': everyone,
  'get-coverage': everyone,
  'get-entry': everyone,
  'next-slot': everyone,
  'list-series': everyone,
  'get-series': everyone,
  'get-guide': everyone,
  'list-accounts': everyone,
  'list-connectors': everyone,
  'list-members': everyone,
  'get-workspace': everyone,
  'list-events': everyone,
  'get-feed': everyone,
  'list-deliveries': everyone,
  'list-notices': everyone,
  'read-notices': everyone,
  'get-notice-settings': everyone,
  'change-notice-settings': everyone,

  'comment-variant': talkers,

  'approve-variant': reviewers,
  'request-changes': reviewers,
  'withdraw-approval': reviewers,

  'propose-campaign': managers,
  'create-campaign': managers,
  'change-campaign': managers,
  'adapt-campaign': managers,
  'put-variant': managers,
  'fix-variant': managers,
  'mark-mention': markers,
  'submit-variant': managers,
  'withdraw-submission': managers,
  'schedule-entry': managers,
  'move-entry': managers,
  'cancel-entry': managers,
  'retry-entry': managers,
  'settle-entry': managers,
  'confirm-hand-off': managers,
  'amend-entry': managers,
  'retract-entry': managers,
  'create-series': managers,
  'change-series': managers,
  'pause-series': managers,
  'end-series': managers,
  'pause-campaign': managers,
  'pause-account': managers,
  'pause-workspace': managers,
  'correct-fact': managers,
  'preview-correction': everyone,
  'list-corrections': everyone,

  'draft-guide': brandTeam,
  'impact-of-draft': brandTeam,
  'release-guide': brandTeam,
  'waive-finding': brandTeam,

  'get-audience': managers,
  'list-addressees': managers,
  'suppress-addressee': managers,
  'import-audience': admins,
  'test-send': managers,
  'check-account': managers,

  'verify-audit': admins,
  'resolve-slots': admins,
  'add-member': admins,
  'change-member': admins,
  'add-account': admins,
  'change-account': admins,
  'connect-account': admins,
  'begin-sign-in': admins,
  'finish-sign-in': admins,
  'choose-place': admins,
  'disconnect-account': admins,
  'change-workspace': admins,
  'list-hooks': admins,
  'add-hook': admins,
  'remove-hook': admins,
  'try-hook': admins,
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof VERBS;

export const mayDo = (member: Pick<Member, 'roles'>, verb: Verb): boolean => {
  const roles: readonly Role[] = VERBS[verb];
  return member.roles.some((role) => roles.includes(role));
};

/** @throws Refused `forbidden`, with the roles that may. */
export const requireRole = (member: Pick<Member, 'roles'>, verb: Verb): void => {
  if (mayDo(member, verb)) return;
  const roles: readonly Role[] = VERBS[verb];
  throw new Refused('forbidden', `To ${verb} takes the role ${roles.join(' or ')}`, { verb, roles });
};

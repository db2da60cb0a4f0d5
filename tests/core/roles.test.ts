import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../functions/core/member.ts';
import { refusalOf } from '../support/refusal.ts';
import { mayDo, requireRole, VERBS, type Verb } from '../../functions/core/roles.ts';

/** One column a role, in the order of ROLES: viewer, reviewer, manager, brand, admin. */
const TABLE: readonly (readonly [Verb, string])[] = [
  ['get-campaign', '+ + + + +'],
  ['list-campaigns', '+ + + + +'],
  ['get-variant', '+ + + + +'],
  ['list-variants', '+ + + + +'],
  ['check-consistency', '+ + + + +'],
  ['get-calendar', '+ + + + +'],
  ['get-coverage', '+ + + + +'],
  ['get-entry', '+ + + + +'],
  ['next-slot', '+ + + + +'],
  ['list-series', '+ + + + +'],
  ['get-series', '+ + + + +'],
  ['get-guide', '+ + + + +'],
  ['list-accounts', '+ + + + +'],
  ['list-members', '+ + + + +'],
  ['get-workspace', '+ + + + +'],
  ['list-events', '+ + + + +'],
  ['get-feed', '+ + + + +'],
  ['comment-variant', '- + + + +'],
  ['approve-variant', '- + - - +'],
  ['request-changes', '- + - - +'],
  ['withdraw-approval', '- + - - +'],
  ['propose-campaign', '- - + - +'],
  ['create-campaign', '- - + - +'],
  ['change-campaign', '- - + - +'],
  ['adapt-campaign', '- - + - +'],
  ['put-variant', '- - + - +'],
  ['fix-variant', '- - + - +'],
  ['preview-correction', '+ + + + +'],
  ['list-corrections', '+ + + + +'],
  ['mark-mention', '- - + + +'],
  ['submit-variant', '- - + - +'],
  ['withdraw-submission', '- - + - +'],
  ['schedule-entry', '- - + - +'],
  ['move-entry', '- - + - +'],
  ['cancel-entry', '- - + - +'],
  ['retry-entry', '- - + - +'],
  ['settle-entry', '- - + - +'],
  ['confirm-hand-off', '- - + - +'],
  ['pause-campaign', '- - + - +'],
  ['create-series', '- - + - +'],
  ['change-series', '- - + - +'],
  ['pause-series', '- - + - +'],
  ['end-series', '- - + - +'],
  ['pause-account', '- - + - +'],
  ['pause-workspace', '- - + - +'],
  ['correct-fact', '- - + - +'],
  ['draft-guide', '- - - + +'],
  ['impact-of-draft', '- - - + +'],
  ['release-guide', '- - - + +'],
  ['waive-finding', '- - - + +'],
  ['get-audience', '- - + - +'],
  ['list-addressees', '- - + - +'],
  ['suppress-addressee', '- - + - +'],
  ['check-account', '- - + - +'],
  ['import-audience', '- - - - +'],
  ['test-send', '- - + - +'],
  ['amend-entry', '- - + - +'],
  ['retract-entry', '- - + - +'],
  ['verify-audit', '- - - - +'],
  ['resolve-slots', '- - - - +'],
  ['add-member', '- - - - +'],
  ['change-member', '- - - - +'],
  ['add-account', '- - - - +'],
  ['change-account', '- - - - +'],
  ['connect-account', '- - - - +'],
  ['begin-sign-in', '- - - - +'],
  ['finish-sign-in', '- - - - +'],
  ['choose-place', '- - - - +'],
  ['disconnect-account', '- - - - +'],
  ['list-connectors', '+ + + + +'],
  ['list-notices', '+ + + + +'],
  ['list-deliveries', '+ + + + +'],
  ['read-notices', '+ + + + +'],
  ['get-notice-settings', '+ + + + +'],
  ['change-notice-settings', '+ + + + +'],
  ['list-hooks', '- - - - +'],
  ['add-hook', '- - - - +'],
  ['remove-hook', '- - - - +'],
  ['try-hook', '- - - - +'],
  ['change-workspace', '- - - - +'],
];

const rows = TABLE.flatMap(([verb, marks]) =>
  ROLES.map((role, column) => ({ verb, role, may: marks.split(' ')[column] === '+' })),
);

describe('who may do what', () => {
  it('has a row for every verb and a column for every role', () => {
    expect(TABLE.map(([verb]) => verb).toSorted()).toEqual(Object.keys(VERBS).toSorted());
    expect(ROLES).toEqual(['viewer', 'reviewer', 'manager', 'brand', 'admin']);
  });

  it.each(rows)('$role, $verb: $may', ({ verb, role, may }) => {
    expect(mayDo({ roles: [role] }, verb)).toBe(may);
    expect(refusalOf(() => requireRole({ roles: [role] }, verb))).toBe(may ? undefined : 'forbidden');
  });

  it.each<[string, Role[], Verb, boolean]>([
    ['roles add up', ['reviewer', 'manager'], 'approve-variant', true],
    ['roles add up', ['reviewer', 'manager'], 'put-variant', true],
    ['and to no more', ['reviewer', 'manager'], 'release-guide', false],
    ['no role, not even reading', [], 'get-campaign', false],
  ])('%s: %j may %s: %j', (_why, roles, verb, may) => {
    expect(mayDo({ roles }, verb)).toBe(may);
  });

  it('says which roles may', () => {
    expect(() => requireRole({ roles: ['manager'] }, 'approve-variant')).toThrowError(
      expect.objectContaining({
        code: 'forbidden',
        message: 'To approve-variant takes the role reviewer or admin',
        details: { verb: 'approve-variant', roles: ['reviewer', 'admin'] },
      }),
    );
  });
});

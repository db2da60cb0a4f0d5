import { expect, it } from 'vitest';
import { invitationCode, readInvitation } from '../../../functions/adapters/aws/invitation.ts';
import { linkBody, memberBody } from '../../../functions/http/schemas/people.ts';

const LONGEST = `${'a'.repeat(60)}@${Array.from({ length: 3 }, () => `${'b'.repeat(60)}.`).join('')}example`;
const temporary = 'x'.repeat(32);

it('is taken by the API for the longest address that may be invited', () => {
  expect(memberBody.shape.email.safeParse(LONGEST).success).toBe(true);
  const code = invitationCode({ email: LONGEST, temporary });
  expect(readInvitation(code)).toEqual({ email: LONGEST, temporary });
  expect(linkBody.safeParse({ code }).success).toBe(true);
});

it('may be no longer than the API’s longest address needs', () => {
  expect(linkBody.safeParse({ code: invitationCode({ email: 'a'.repeat(270), temporary }) }).success).toBe(
    false,
  );
});

/** Members of a workspace: adding one, changing roles, listing them. */
import { Refused } from '../../core/errors.ts';
import type { UserId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Member, Role } from '../../core/member.ts';
import type { World } from '../../ports.ts';
import { expectRev, load, put, putMember, saved, type Versioned } from '../rows.ts';
import { settled, useCase } from '../use-case.ts';

export interface MemberInput {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly locales: readonly string[];
}

/** Answers the one-time code that the admin hands over; it is shown once and kept nowhere in clear. */
export const addMember = useCase(
  'add-member',
  async (world, { tenant, member: by, once }, input: MemberInput) => {
    const { user, code } = await world.identity.invite(input.email);
    const member: Member = { user, workspace: tenant.workspace, ...input };
    // Again from here alone: a second invitation of the same person has no code.
    await settled(async () => {
      const head = await load(world, keys.workspace(tenant), 'workspace');
      if (await world.store.get(keys.member(tenant, user)))
        throw new Refused('already-exists', `${input.email} is a member already.`);
      await world.store.commit({
        head: put(keys.workspace(tenant), head.value, head),
        changes: [putMember(tenant, member)],
        by: { user: by.user },
        event: { type: 'member.added', data: { user, roles: input.roles } },
        once,
        answer: { member },
      });
    });
    return { member, code };
  },
);

export const changeMember = useCase(
  'change-member',
  async (
    world,
    { tenant, member: by },
    input: { user: UserId; ifRev: number; roles: readonly Role[]; locales: readonly string[] },
  ): Promise<Versioned<Member>> => {
    const head = await load(world, keys.workspace(tenant), 'workspace');
    const was = await load(world, keys.member(tenant, input.user), 'member');
    expectRev(was, input.ifRev);
    await keepOneAdmin(world, tenant.workspace, was.value, input.roles);
    const row = putMember(tenant, { ...was.value, roles: input.roles, locales: input.locales }, was);
    await world.store.commit({
      head: put(keys.workspace(tenant), head.value, head),
      changes: [row],
      by: { user: by.user },
      event: { type: 'member.changed', data: { user: input.user, roles: input.roles } },
    });
    return saved(row);
  },
);

const keepOneAdmin = async (
  world: World,
  workspace: string,
  was: Member,
  roles: readonly Role[],
): Promise<void> => {
  if (roles.includes('admin') || !was.roles.includes('admin')) return;
  const { rows } = await world.store.children<Member>(`W#${workspace}`, 'MEMBER#');
  const admins = rows.filter((row) => row.value.roles.includes('admin'));
  if (admins.length < 2) throw new Refused('forbidden', 'A workspace keeps at least one admin.');
};

export const listMembers = useCase(
  'list-members',
  async (world, { tenant }): Promise<readonly Versioned<Member>[]> => {
    const { rows } = await world.store.children<Member>(`W#${tenant.workspace}`, 'MEMBER#');
    return rows.map(({ value, rev }) => ({ value, rev }));
  },
);

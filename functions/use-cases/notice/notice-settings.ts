/** Which of one's own notices come by e-mail as well. */
import type { UserId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import { URGENT_KINDS, type NoticeSettings } from '../../core/notice.ts';
import type { Tenant } from '../../core/tenant.ts';
import { Refused } from '../../core/errors.ts';
import type { World } from '../../ports.ts';
import { expectRev, put, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

/** Revision 0 until somebody chooses: nobody has to ask to be told of what cannot wait. */
export const settingsOf = async (
  world: World,
  tenant: Tenant,
  user: UserId,
): Promise<Versioned<NoticeSettings>> =>
  (await world.store.get(keys.noticeSettings(tenant, user))) ?? { value: { mail: URGENT_KINDS }, rev: 0 };

export interface ShownSettings extends NoticeSettings {
  /** Whether this installation sends mail of its own at all. */
  readonly mailed: boolean;
}

const shown = ({ notifier }: World, { value, rev }: Versioned<NoticeSettings>): Versioned<ShownSettings> => ({
  value: { ...value, mailed: notifier.mail !== undefined },
  rev,
});

export const getNoticeSettings = useCase('get-notice-settings', async (world, { tenant, member }) =>
  shown(world, await settingsOf(world, tenant, member.user)),
);

/** @throws Refused `stale`. */
export const changeNoticeSettings = useCase(
  'change-notice-settings',
  async (world, { tenant, member }, { ifRev, mail }: NoticeSettings & { readonly ifRev: number }) => {
    const key = keys.noticeSettings(tenant, member.user);
    const was = await world.store.get(key);
    expectRev(was, ifRev);
    if (!(await world.store.tick([put(key, { mail }, was)])))
      throw new Refused('stale', 'These changed just now: read them again.');
    return shown(world, { value: { mail }, rev: ifRev + 1 });
  },
);

/** Notices to people: written with what they tell of, read in the app. */
import { asId, type UserId } from '../core/ids.ts';
import { sortable } from '../core/instant.ts';
import { keys, TELL_SHARDS, type IndexKeys } from '../core/keys.ts';
import { noticeOf, type NewNotice, type Notice } from '../core/notice.ts';
import type { Entry } from '../core/entry.ts';
import { firstTelling } from '../core/telling.ts';
import type { Tenant } from '../core/tenant.ts';
import type { Change, Row, World } from '../ports.ts';
import { put } from './rows.ts';
import { useCase } from './use-case.ts';

type Makes = Pick<World, 'ids' | 'clock'>;

/** Ids of one millisecond end at random, so their last letter spreads them. */
const tellShard = (id: string): string => `TELL#${(id.codePointAt(id.length - 1) ?? 0) % TELL_SHARDS}`;

const tellIndex = ({ workspace }: Tenant, { id, telling }: Notice): IndexKeys | undefined =>
  telling && { wake: { pk: tellShard(id), sk: `${sortable(telling.at)}#${workspace}#${id}` } };

/** Listed for the telling as long as it is not over. */
export const putNotice = (tenant: Tenant, notice: Notice, was?: Row<Notice>): Change =>
  put(keys.notice(tenant, notice.to, notice.id), notice, was, tellIndex(tenant, notice));

/** For the transaction that makes it true. */
export const noticeRow = ({ ids, clock }: Makes, tenant: Tenant, made: NewNotice): Change => {
  const at = clock.now();
  return putNotice(tenant, { ...made, id: ids.next(), at, telling: firstTelling(at) });
};

/** Nothing while the state stays as it was. */
export const noticesFor = (world: Makes, tenant: Tenant, was: Entry, entry: Entry): readonly Change[] => {
  const made = was.state === entry.state ? undefined : noticeOf(entry);
  return made ? [noticeRow(world, tenant, made)] : [];
};

/** How far it has come outside the app is its own business. */
const shown = (notice: Notice): Omit<Notice, 'telling'> => {
  const { telling: _, ...rest } = notice;
  return rest;
};

export interface NoticesAsked {
  readonly limit: number;
  readonly cursor?: string;
}

/** One's own, the newest first. */
export const listNotices = useCase(
  'list-notices',
  async (world, { tenant, member }, { limit, cursor }: NoticesAsked) => {
    const { pk } = keys.notice(tenant, member.user, '');
    const page = await world.store.children<Notice>(pk, '', {
      limit,
      descending: true,
      ...(cursor !== undefined && { cursor }),
    });
    return {
      items: page.rows.map(({ value }) => shown(value)),
      ...(page.cursor !== undefined && { next: page.cursor }),
    };
  },
);

/** Marks one's own notices as read, up to the one named and with it; those that are read already stay so. */
export const readNotices = useCase(
  'read-notices',
  async (
    world,
    { tenant, member },
    { upTo }: { readonly upTo: string },
  ): Promise<{ readonly read: number }> => {
    const { pk } = keys.notice(tenant, asId<UserId>(member.user), '');
    const { rows } = await world.store.children<Notice>(pk, '', { to: upTo, descending: true, limit: 100 });
    const unread = rows.filter(({ value }) => value.read === undefined);
    const marked = await Promise.all(
      unread.map((row) => {
        const { telling: _, ...notice } = row.value;
        return world.store.tick([putNotice(tenant, { ...notice, read: true }, row)]);
      }),
    );
    return { read: marked.filter(Boolean).length };
  },
);

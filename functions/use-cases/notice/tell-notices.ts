/** Tells notices outside the app, together what came together; what is read in the app before needs no telling. */
import { isBefore, sortable } from '../../core/instant.ts';
import { asId, type WorkspaceId } from '../../core/ids.ts';
import { keys, TELL_SHARDS } from '../../core/keys.ts';
import type { Notice } from '../../core/notice.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import { afterTries, claimed } from '../../core/telling.ts';
import type { Row, World } from '../../ports.ts';
import { putNotice } from '../notices.ts';
import { tellByMail, tellInChats, type Came } from './ways.ts';

/** As much as one message holds. */
const AT_ONCE = 50;

const tenantAt = ({ key }: Row<Notice>): Tenant =>
  systemTenant(asId<WorkspaceId>(key.pk.split('#')[1] ?? ''));

const groupedBy = <T, K>(all: readonly T[], by: (one: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
};

const find = async ({ store, clock }: World): Promise<readonly Row<Notice>[]> => {
  const to = `${sortable(clock.now())}~`;
  const shards = Array.from({ length: TELL_SHARDS }, (_, shard) => `TELL#${shard}`);
  const pages = await Promise.all(shards.map((pk) => store.find<Notice>('wake', pk, { to, limit: AT_ONCE })));
  return pages.flatMap(({ rows }) => rows);
};

/** Undefined when another process was quicker, or its person has read it. */
const claim = async (world: World, found: Row<Notice>): Promise<Row<Notice> | undefined> => {
  const row = await world.store.get(found.key);
  const now = world.clock.now();
  if (!row?.value.telling || isBefore(now, row.value.telling.at)) return undefined;
  const value = { ...row.value, telling: claimed(row.value.telling, now) };
  const isMine = await world.store.tick([putNotice(tenantAt(row), value, row)]);
  return isMine ? { ...row, value, rev: row.rev + 1 } : undefined;
};

/** Whoever read it meanwhile has made it theirs: there is nothing left to say. */
const record = async (world: World, row: Row<Notice>, came: readonly Came[]): Promise<void> => {
  const { telling, untold: before = [], ...notice } = row.value;
  if (!telling) return;
  const tries = new Map(came.filter((one) => one.notice === notice.id).map(({ way, told }) => [way, told]));
  const after = afterTries(telling, tries, world.clock.now());
  const untold = [...new Set([...before, ...after.untold])];
  const value: Notice = {
    ...notice,
    ...(after.telling && { telling: after.telling }),
    ...(untold.length > 0 && { untold }),
  };
  await world.store.tick([putNotice(tenantAt(row), value, row)]);
};

const tellWorkspace = async (world: World, tenant: Tenant, rows: readonly Row<Notice>[]): Promise<void> => {
  const { name = tenant.workspace } = (await world.store.get(keys.workspace(tenant)))?.value ?? {};
  const notices = rows.map(({ value }) => value);
  const people = [...groupedBy(notices, ({ to }) => to)];
  const came = await Promise.all([
    tellInChats(world, tenant, name, notices),
    ...people.map(([user, theirs]) => tellByMail(world, tenant, name, user, theirs)),
  ]);
  await Promise.all(rows.map((row) => record(world, row, came.flat())));
};

/** Answers how many notices it took up. One workspace's trouble is reported, and never stops another's. */
export const tellNotices = async (
  world: World,
  onTrouble: (error: unknown, workspace: WorkspaceId) => void,
): Promise<number> => {
  const claims = await Promise.all((await find(world)).map((row) => claim(world, row)));
  const mine = claims.filter((row) => row !== undefined);
  const workspaces = groupedBy(mine, (row) => tenantAt(row).workspace);
  await Promise.all(
    [...workspaces].map(([workspace, rows]) =>
      tellWorkspace(world, systemTenant(workspace), rows).catch((error: unknown) =>
        onTrouble(error, workspace),
      ),
    ),
  );
  return mine.length;
};

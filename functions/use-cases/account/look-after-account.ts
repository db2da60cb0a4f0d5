/** Looks after one account: renews it before it ends, checks it each day, tells its owner days before it ends, and lets its entries follow. */
import {
  type AccountHealth,
  daysLeft,
  endOf,
  nextCheck,
  nextLook,
  toTell,
} from '../../core/account-health.ts';
import type { Account } from '../../core/account.ts';
import type { AccountToken } from '../../core/account-token.ts';
import type { AccountId, WorkspaceId } from '../../core/ids.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import type { Change, Row, World } from '../../ports.ts';
import { noticeRow } from '../notices.ts';
import { putAccountHealth } from '../rows.ts';
import { checkHealth } from './check-health.ts';
import { entriesFollow } from './entries-follow.ts';
import { renewIfDue } from './renew-if-due.ts';

/** Whoever looks and is gone by then is looked for again. */
const LEASE_SECONDS = 300;

const claim = async (
  world: World,
  tenant: Tenant,
  id: AccountId,
  row: Row<AccountHealth>,
): Promise<Row<AccountHealth> | undefined> => {
  const value = { ...row.value, lookAt: plusSeconds(world.clock.now(), LEASE_SECONDS) };
  const won = await world.store.tick([putAccountHealth(tenant, id, value, row)]);
  return won ? { ...row, value, rev: row.rev + 1 } : undefined;
};

/** Once each for 7, 3 and 1 days; what has been renewed is told of anew. */
const telling = (
  world: World,
  tenant: Tenant,
  account: Account,
  token: AccountToken | undefined,
  told: number | undefined,
): { readonly told?: number; readonly notices: readonly Change[] } => {
  const end = token && endOf(token);
  const now = world.clock.now();
  if (end === undefined || daysLeft(end, now) > 7) return { notices: [] };
  const days = toTell(end, told, now);
  if (days === undefined) return { notices: [], ...(told !== undefined && { told }) };
  const left = daysLeft(end, now);
  const when = left === 0 ? 'has ended' : `ends in ${left} ${left === 1 ? 'day' : 'days'} (${end})`;
  const says = `The connection of ${account.name} ${when}: connect it again, or its posts are held.`;
  const notice = { kind: 'expiring', to: account.owner, says, account: account.id } as const;
  return { told: days, notices: [noticeRow(world, tenant, notice)] };
};

const isLive = ({ state, mode }: Account): boolean => state === 'connected' && mode === 'live';

/** What was found goes over the row as claimed; whoever changed the account in the meantime has written a newer one. */
const keep = async (
  world: World,
  tenant: Tenant,
  account: Account,
  mine: Row<AccountHealth>,
  health: AccountHealth,
): Promise<void> => {
  const token = (await world.store.get(keys.accountToken(tenant, account.id)))?.value;
  const { told: before, ...rest } = health;
  const { notices, ...told } = telling(world, tenant, account, token, before);
  const now = world.clock.now();
  const lookAt = rest.entriesWait ? now : nextLook(rest.checkAt, token, now);
  await world.store.tick([
    putAccountHealth(tenant, account.id, { ...rest, ...told, lookAt }, mine),
    ...notices,
  ]);
};

/** What is approved for a disconnected account in the meantime is held at the next look. */
const follows = async (world: World, tenant: Tenant, account: Account, waits: boolean) =>
  (waits || account.state === 'disconnected') && (await entriesFollow(world, tenant, account))
    ? { entriesWait: true as const }
    : {};

const look = async (
  world: World,
  tenant: Tenant,
  account: Account,
  mine: Row<AccountHealth>,
): Promise<void> => {
  const { entriesWait = false, ...health } = mine.value;
  const waits = await follows(world, tenant, account, entriesWait);
  if (!isLive(account)) {
    const checkAt = nextCheck(account.id, 'well', world.clock.now());
    return keep(world, tenant, account, mine, { ...health, ...waits, checkAt });
  }
  await renewIfDue(world, tenant, account);
  const isEarly = isBefore(world.clock.now(), health.checkAt);
  const found = isEarly ? {} : await checkHealth(world, tenant, account);
  return keep(world, tenant, account, mine, { ...health, ...waits, ...found });
};

/** Acts on the row alone, and only when it is due; of several at once, one does. */
export const lookAfterAccount = async (
  world: World,
  { workspace, account: id }: { readonly workspace: WorkspaceId; readonly account: AccountId },
): Promise<void> => {
  const tenant = systemTenant(workspace);
  const row = await world.store.get(keys.accountHealth(tenant, id));
  if (!row || isBefore(world.clock.now(), row.value.lookAt)) return;
  const mine = await claim(world, tenant, id, row);
  const account = mine && (await world.store.get(keys.account(tenant, id)));
  if (mine && account) await look(world, tenant, account.value, mine);
};

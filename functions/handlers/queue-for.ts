/** Which queue wakes an entry: busy workspaces have one of their own, with its own publishers, so that no other waits behind them. */
import type { QueueFor } from '../adapters/aws/scheduler.ts';
import type { Entry } from '../core/entry.ts';
import { plusMinutes, sortable } from '../core/instant.ts';
import { systemTenant } from '../core/tenant.ts';
import type { Store } from '../ports.ts';
import { calendarPk } from '../use-cases/rows.ts';

export interface Queues {
  readonly usual: string;
  readonly busy: string;
}

/** More than so many on the calendar in the time up to the instant: fewer than the publishers of the usual queue at once. */
export const BUSY_FROM = 20;
/** As long as grace lasts, so that what comes back after a rate limit is counted, too. */
const MINUTES = 30;

/** Asks the index of the workspace alone; where that does not answer, much is on it. */
export const queueFor =
  ({ find }: Pick<Store, 'find'>, { usual, busy }: Queues): QueueFor =>
  async ({ workspace }, at) => {
    if (usual === busy) return busy;
    const calendar = calendarPk(systemTenant(workspace), sortable(at).slice(0, 7));
    const [from, to] = [sortable(plusMinutes(at, -MINUTES)), `${sortable(at)}~`];
    try {
      const { rows } = await find<Entry>('calendar', calendar, { from, to, limit: BUSY_FROM + 1 });
      return rows.length > BUSY_FROM ? busy : usual;
    } catch {
      return busy;
    }
  };

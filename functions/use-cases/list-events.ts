/** Reads the audit trail of one aggregate, oldest first. */
import { Refused } from '../core/errors.ts';
import type { Event } from '../core/events.ts';
import { isUlid } from '../core/ids.ts';
import { useCase } from './use-case.ts';

const PATHS = { campaign: 'C', variant: 'V', entry: 'E', account: 'X', series: 'S' } as const;
export type Aggregate = keyof typeof PATHS | 'guide' | 'workspace';

const pathOf = (of: Aggregate, id: string): string => {
  if (of === 'workspace') return '';
  return of === 'guide' ? '#G' : `#${PATHS[of]}#${id}`;
};

export const listEvents = useCase(
  'list-events',
  async (
    world,
    { tenant },
    input: { of: Aggregate; id?: string; limit: number; cursor?: string },
  ): Promise<{ items: readonly Event[]; next?: string }> => {
    const { of, id = '', limit, cursor } = input;
    if (of !== 'workspace' && of !== 'guide' && of !== 'account' && !isUlid(id))
      throw new Refused('invalid-input', `"${id}" is not the id of a ${of}.`);
    const page = await world.store.children<Event>(`W#${tenant.workspace}${pathOf(of, id)}`, 'EVENT#', {
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    return {
      items: page.rows.map((row) => row.value),
      ...(page.cursor !== undefined && { next: page.cursor }),
    };
  },
);

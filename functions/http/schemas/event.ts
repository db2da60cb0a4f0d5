/** Events: the audit trail as it is shown. */
import * as z from 'zod';
import { EVENT_TYPES } from '../../core/events.ts';
import { list, maybe, pageOf, pageQuery } from './words.ts';

export const eventQuery = pageQuery.extend({
  of: z.enum(['workspace', 'guide', 'account', 'campaign', 'variant', 'entry', 'series']),
  id: maybe(z.string().max(64).meta({ description: 'Which one; not for the workspace and the guide' })),
});

const event = z
  .object({
    id: z.string(),
    at: z.string(),
    type: z.enum(EVENT_TYPES),
    by: z.union([
      z.object({ user: z.string() }),
      z.object({ system: z.enum(['publisher', 'set-up', 'job', 'addressee']) }),
    ]),
    workspace: z.string(),
    aggregate: z.string(),
    hash: z.string(),
    previous: z.string(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });
export const events = pageOf(event).meta({ id: 'Events' });

export const auditReport = z
  .object({
    checked: z.int().meta({ description: 'Events read' }),
    broken: list(
      z.object({
        aggregate: z.string(),
        is: z.enum(['altered', 'missing', 'loose']),
        event: z.string().meta({ description: 'Its id; for `missing`, the hash that the chain names' }),
      }),
    ),
  })
  .meta({ id: 'AuditReport' });

/** Deliveries as they are shown. */
import * as z from 'zod';
import { ENTRY_STATES } from '../../core/entry.ts';
import { entry } from './entry.ts';
import { list, maybe } from './words.ts';

export const deliveriesQuery = z.object({ state: maybe(z.enum(ENTRY_STATES)) });
export const deliveries = z.object({ items: list(entry) }).meta({ id: 'Deliveries' });

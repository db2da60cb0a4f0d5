/** Evergreen series: what repeats, when, and what became of each occurrence. */
import * as z from 'zod';
import { REFUSAL_CODES } from '../../core/errors.ts';
import { SERIES_STATES } from '../../core/series.ts';
import { accountId } from './connection.ts';
import { list, maybe, rev, variantId, wallTime, words, zone } from './words.ts';

const rrule = words(500).meta({
  description: 'RFC 5545 without DTSTART: daily to yearly, in wall time, whatever the clocks do',
  example: 'FREQ=MONTHLY;BYDAY=1MO',
});

export const seriesSettings = z
  .strictObject({
    name: words(200),
    account: accountId,
    start: wallTime,
    rrule,
    except: list(wallTime).default([]).meta({ description: 'Wall times that are left out' }),
    zone: maybe(zone),
  })
  .meta({ id: 'SeriesSettings' });
export const seriesBody = seriesSettings
  .extend({ variant: variantId.meta({ description: 'What each occurrence is a copy of' }) })
  .meta({ id: 'NewSeries' });

export const series = z
  .object({
    id: z.string(),
    rev,
    name: z.string(),
    campaign: z.string(),
    variant: z.string(),
    account: z.string(),
    start: z.string(),
    rrule: z.string(),
    except: list(z.string()),
    zone: z.string(),
    state: z.enum(SERIES_STATES),
    dealtTo: z.string().meta({ description: 'Occurrences up to this wall time are dealt with' }),
    occurred: z.int(),
    wakeAt: maybe(z.string()),
    owner: z.string(),
  })
  .meta({ id: 'Series' });

const item = z
  .object({
    number: z.int(),
    wall: z.string(),
    variant: maybe(z.string()),
    entry: maybe(z.string()),
    notPlanned: maybe(
      z
        .object({ code: z.enum(REFUSAL_CODES), says: z.string(), suggestions: maybe(list(z.string())) })
        .meta({ description: 'Why it has no entry: schedule it at another time, or let it go' }),
    ),
  })
  .meta({ id: 'Occurrence' });

export const seriesWithItems = series
  .extend({
    upcoming: list(z.string()).meta({ description: 'The wall times of the coming year that are next' }),
    items: list(item).meta({ description: 'The newest hundred occurrences, the newest first' }),
  })
  .meta({ id: 'SeriesWithOccurrences' });

export const seriesList = z.object({ items: list(series) }).meta({ id: 'AllSeries' });

/** Audiences: who may be written to, and how they come in and leave. */
import * as z from 'zod';
import { ADDRESSEE_STATES, isAddressHash } from '../../core/addressee.ts';
import { maybe, pageOf, words } from './words.ts';

const MOST_CHARACTERS = 900_000;
const rows = z.string().min(1).max(MOST_CHARACTERS);

export const importBody = z
  .union([
    z.strictObject({
      csv: rows.meta({
        description: 'A header and a row for each addressee: address, locale, zone, consentAt, consentSource',
      }),
    }),
    z.strictObject({ jsonLines: rows.meta({ description: 'One JSON object a line, by the same names' }) }),
  ])
  .meta({ id: 'AudienceImport', description: 'Without consentAt and consentSource a row is refused' });

export const imported = z
  .object({ rows: z.int(), added: z.int(), merged: z.int() })
  .meta({ id: 'AudienceImported' });

export const addresseeId = z
  .string()
  .refine(isAddressHash, 'expected an id as this API gives them')
  .meta({ pattern: '^[0-9a-f]{64}$' });

const addressee = z
  .object({
    id: z.string().meta({ description: 'What stands for the address in events' }),
    address: z.string(),
    locale: z.string(),
    zone: maybe(z.string()),
    consent: z.object({ at: z.string(), source: z.string() }),
    state: z.enum(ADDRESSEE_STATES),
    reason: maybe(z.string()),
    since: z.string(),
  })
  .meta({ id: 'Addressee' });
export const addressees = pageOf(addressee).meta({ id: 'Addressees' });

export const audience = z
  .object({
    counts: z.object({ subscribed: z.int(), suppressed: z.int(), 'opted-out': z.int() }),
    stopAddress: maybe(
      z.string().meta({ description: 'Where the provider posts what people answer, so that STOP arrives' }),
    ),
    feedbackAddress: maybe(
      z.string().meta({
        description: 'Of e-mail: where Amazon SES posts bounces and complaints, by way of an SNS topic',
      }),
    ),
  })
  .meta({ id: 'Audience' });

export const suppressBody = z
  .strictObject({ reason: words(200), state: z.enum(['suppressed', 'opted-out']) })
  .meta({ id: 'Suppress', description: '`opted-out` where they said so themselves' });

/** Connecting accounts: what each channel asks for. */
import * as z from 'zod';
import { asId, type AccountId } from '../../core/ids.ts';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import { byName, list, slug } from './words.ts';

export const accountId = slug('the id of an account').transform((text) => asId<AccountId>(text));

export const credentialsBody = byName(z.unknown()).meta({
  id: 'Credentials',
  description: 'By the names that `/connectors` lists for the channel; never answered',
});

export const connectors = z
  .object({
    items: list(
      z.object({
        channel: z.enum(CHANNEL_IDS),
        credentials: byName(z.unknown()).meta({ description: 'A JSON Schema of what connecting takes' }),
      }),
    ),
  })
  .meta({ id: 'Connectors' });

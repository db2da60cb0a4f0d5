/** Signing in at a provider to connect an account. */
import * as z from 'zod';
import { account } from './account.ts';
import { instant, list, matching, maybe, slug, webAddress } from './words.ts';

const cameBack = (most: number) => z.string().min(1).max(most);

export const beginBody = z
  .strictObject({
    server: maybe(
      webAddress.meta({
        description: 'The address of the account’s server, where the channel has many',
        example: 'https://mastodon.social',
      }),
    ),
  })
  .meta({ id: 'SignInBeginning' });

export const begun = z
  .object({
    url: z.string().meta({ description: 'Where the person signs in' }),
    expiresAt: instant,
  })
  .meta({ id: 'SignInBegun' });

export const finishBody = z
  .strictObject({
    via: matching(/^[a-z0-9-]{1,80}$/u, 'expected the last part of the address that was come back to'),
    state: cameBack(500),
    code: cameBack(4000),
  })
  .meta({ id: 'SignInCameBack', description: 'What the provider sent back to `/connect/{via}`' });

const place = z.object({ id: z.string(), name: z.string() });

export const finished = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('connected'), account }),
    z.object({
      is: z.literal('choose'),
      signIn: z.string().meta({ description: 'Names the sign-in when choosing' }),
      places: list(place),
    }),
  ])
  .meta({ id: 'SignInFinished' });

export const chooseBody = z
  .strictObject({
    signIn: matching(/^[0-9a-f]{64}$/u, 'expected what finishing the sign-in answered'),
    place: cameBack(200).meta({ description: 'The id of one of the places' }),
  })
  .meta({ id: 'PlaceChosen' });

export const via = z.object({ via: matching(/^[a-z0-9-]{1,80}$/u, 'expected an address of ours') });

/** What the buttons of our own pages send. */
export const finishForm = z.object({ state: cameBack(500), code: cameBack(4000) }).meta({ id: 'FinishForm' });
export const chooseForm = z
  .object({
    workspace: slug('the id of a workspace'),
    account: slug('the id of an account'),
    signIn: cameBack(64),
    place: cameBack(200),
  })
  .meta({ id: 'PlaceForm' });

/** As the provider sends the browser back. */
export const callbackQuery = z.object({
  state: maybe(cameBack(500)),
  code: maybe(cameBack(4000)),
  error: maybe(cameBack(200).meta({ example: 'access_denied' })),
});

/** What every connector that writes to people keeps, one addressee at a time, against a provider with a ledger of its own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endUserMessaging } from '../../../functions/adapters/aws/end-user-messaging.ts';
import { mail } from '../../../functions/adapters/mail.ts';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { asId, type AddressHash } from '../../../functions/core/ids.ts';
import type { Payload } from '../../../functions/core/payload.ts';
import type {
  PeopleConnector,
  PeopleGiven,
  PeopleJob,
  Recipient,
} from '../../../functions/ports/people-publisher.ts';
import type { Credentials } from '../../../functions/ports/publisher.ts';
import { testClock } from '../../support/make-world.ts';
import { jobFor } from './job.ts';
import { media, publicMedia } from './picture.ts';

export const PEOPLE_FAULTS = ['refused', 'unauthorised', 'busy', 'lost-before', 'lost-after'] as const;
export type PeopleFault = (typeof PEOPLE_FAULTS)[number];

export interface PeopleProvider {
  /** Everything that was delivered there: to whom, and under which name. */
  readonly delivered: () => readonly { readonly to: string; readonly text: string; readonly id: string }[];
  /** Strikes at the next message. `lost`: no answer comes; `after`: it was delivered all the same. */
  readonly fault: (fault: PeopleFault) => void;
  readonly credentials: Credentials;
  readonly wrong?: Credentials;
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

export interface PeopleUnderTest {
  readonly connector: PeopleConnector;
  readonly provider: () => Promise<PeopleProvider>;
  readonly address: string;
  readonly payload: Partial<Payload>;
}

export const LETTER = {
  subject: 'Cold brew is back',
  html: '<html><body><p>Cold brew is back.</p></body></html>',
  text: 'Cold brew is back.\n',
};
const HASH = asId<AddressHash>('a'.repeat(64));
const PATIENCE_SECONDS = 0.5;

export const peopleContract = ({ connector, provider: open, address, payload }: PeopleUnderTest): void => {
  describe(`the ${connector.channel} connector`, () => {
    let provider: PeopleProvider;
    beforeEach(async () => {
      provider = await open();
    });
    afterEach(() => provider.close());

    const given = (credentials = provider.credentials): PeopleGiven => ({
      http: nodeHttp({ seconds: PATIENCE_SECONDS }),
      clock: testClock('2027-05-04T06:00:01Z'),
      media,
      publicMedia,
      mail: mail({ seconds: PATIENCE_SECONDS }),
      texts: endUserMessaging(PATIENCE_SECONDS),
      credentials,
      baseUrl: provider.baseUrl,
    });
    const job: PeopleJob = { ...jobFor(connector.channel, payload), letter: LETTER };
    const to: Recipient = { address, hash: HASH, locale: 'en-GB', unsubscribe: 'https://tea.example/u/1' };
    const send = () => connector.connectPeople(given()).sendOne(job, to);

    it('reaches nobody while it prepares, however often', async () => {
      const people = connector.connectPeople(given());
      expect(await people.prepare(job)).toMatchObject({ is: 'ready' });
      expect(await people.prepare(job)).toMatchObject({ is: 'ready' });
      expect(provider.delivered()).toEqual([]);
    });

    it('writes to one addressee, once', async () => {
      expect(await send()).toMatchObject({ is: 'published', externalId: expect.any(String) });
      expect(provider.delivered()).toMatchObject([
        { to: address, text: expect.stringContaining('Cold brew is back') },
      ]);
    });

    it.each([
      ['refused', 'rejected', 0],
      ['unauthorised', 'retry', 0],
      ['busy', 'retry', 0],
      ['lost-before', 'unconfirmed', 0],
      ['lost-after', 'unconfirmed', 1],
    ] as const)('makes of %s: %s', async (fault, is, delivered) => {
      provider.fault(fault);
      const outcome = await send();
      expect(outcome).toMatchObject({ is, ...(fault === 'unauthorised' && { unauthorised: true }) });
      expect(provider.delivered()).toHaveLength(delivered);
      const secrets = Object.values(provider.credentials).filter((value) => value.length >= 16);
      expect(secrets.filter((secret) => JSON.stringify(outcome).includes(secret))).toEqual([]);
    });

    it('may try again when nothing listens', async () => {
      await provider.close();
      expect(await send()).toMatchObject({ is: 'retry' });
    });

    it('knows whether its credentials are taken', async () => {
      expect(await connector.check(given())).toMatchObject({ is: 'well' });
      const wrong = provider.wrong && (await connector.check(given(provider.wrong)));
      expect(wrong?.is).toBe(provider.wrong && 'refused');
      await provider.close();
      expect(await connector.check(given())).toMatchObject({ is: 'unknown' });
    });
  });
};

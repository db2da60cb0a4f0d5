/** What every connector keeps that can change or take back what is live: done once or twice, it is done, and never a new post. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import type { Outcome } from '../../../functions/core/entry.ts';
import { plusSeconds } from '../../../functions/core/instant.ts';
import type { Payload } from '../../../functions/core/payload.ts';
import type { Connector, Job } from '../../../functions/ports/publisher.ts';
import { testClock } from '../../support/make-world.ts';
import type { Fault } from '../../support/stand-in/stand-in.ts';
import type { Provider } from './connector.ts';
import { jobFor } from './job.ts';
import { media, publicMedia } from './picture.ts';

export interface CorrectionsUnderTest {
  readonly connector: Connector;
  readonly provider: () => Promise<Provider>;
  /** What the channel lets a program do. */
  readonly kinds: readonly ('amend' | 'retract')[];
  /** The instant of the test, where the provider's own tools look at the clock. */
  readonly now?: string;
}

const START = '2027-05-04T06:00:01Z';
const PATIENCE_SECONDS = 0.4;
const MOST_LOOKS = 20;
const UNCERTAIN: readonly Fault[] = [
  'trouble-before',
  'trouble-after',
  'reset-before',
  'reset-after',
  'late-before',
  'late-after',
];
const AMENDED: Partial<Payload> = { parts: [{ field: 'text', text: 'Cold brew is back, at 4.10.' }] };

export const correctionsContract = ({
  connector,
  provider: open,
  kinds,
  now = START,
}: CorrectionsUnderTest): void => {
  describe(`the ${connector.channel} connector, once it is live`, () => {
    const clock = testClock(now);
    let provider: Provider;
    beforeEach(async () => {
      clock.set(now);
      provider = await open();
    });
    afterEach(() => provider.standIn.close());

    const publisher = () =>
      connector.connect({
        http: nodeHttp({ seconds: PATIENCE_SECONDS }),
        clock,
        media,
        publicMedia,
        credentials: provider.credentials,
        baseUrl: provider.standIn.url,
      });
    const live = async (): Promise<string> => {
      const job = jobFor(connector.channel, {});
      let last = await publisher().prepare(job);
      for (let looks = 0; last.is === 'pending' && looks < MOST_LOOKS; looks += 1) {
        clock.set(last.after);
        last = await publisher().prepare(job, last.checkpoint);
      }
      const outcome = last.is === 'ready' ? await publisher().send(job, last.checkpoint) : last;
      if (outcome.is !== 'published' || outcome.externalId === undefined)
        throw new Error(JSON.stringify(outcome));
      return outcome.externalId;
    };
    const correct = (kind: 'amend' | 'retract', id: string): Promise<Outcome> => {
      const job: Job = jobFor(connector.channel, kind === 'amend' ? AMENDED : {}, 2);
      const call = publisher()[kind];
      if (!call) throw new Error(`There is no ${kind}`);
      return call(job, id);
    };
    /** What readers see afterwards. */
    const SEEN = { amend: ['Cold brew is back, at 4.10.'], retract: [] } as const;
    const texts = () => provider.posts().map(({ text }) => text.replaceAll('\\', ''));
    const rows = kinds.map((kind) => ({ kind }));

    it('has the calls that the channel lets a program make, and no others', () => {
      const has = (['amend', 'retract'] as const).filter((kind) => publisher()[kind] !== undefined);
      expect(has).toEqual(kinds);
    });

    it.each(rows)('does it, and says so: $kind', async ({ kind }) => {
      const id = await live();
      expect(await correct(kind, id)).toMatchObject({ is: 'published' });
      expect(texts()).toEqual(SEEN[kind]);
    });

    it.each(rows)('is done when it was done already: $kind', async ({ kind }) => {
      const id = await live();
      await correct(kind, id);
      expect(await correct(kind, id)).toMatchObject({ is: 'published' });
      expect(texts()).toEqual(SEEN[kind]);
    });

    it.each(rows.flatMap(({ kind }) => UNCERTAIN.map((fault) => ({ kind, fault }))))(
      'knows nothing for certain of the $kind that ends in $fault, and finds it done by the same call again',
      async ({ kind, fault }) => {
        const id = await live();
        provider.standIn.fault(fault);
        expect(await correct(kind, id)).toMatchObject({ is: 'unconfirmed' });
        expect(await correct(kind, id)).toMatchObject({ is: 'published' });
        expect(texts()).toEqual(SEEN[kind]);
      },
    );

    it.each(rows)(
      'may be tried again after a rate limit, and with a token that is taken: $kind',
      async ({ kind }) => {
        const id = await live();
        const before = texts();
        provider.standIn.fault('rate-limited', 'unauthorised', 'refused');
        expect(await correct(kind, id)).toMatchObject({ is: 'retry', after: plusSeconds(clock.now(), 120) });
        expect(await correct(kind, id)).toMatchObject({ is: 'retry', unauthorised: true });
        expect(await correct(kind, id)).toMatchObject({ is: 'rejected' });
        expect(texts()).toEqual(before);
      },
    );

    it.runIf(kinds.includes('amend'))('makes no new post of one that is gone', async () => {
      const id = await live();
      await correct('retract', id);
      expect(await correct('amend', id)).not.toMatchObject({ is: 'published' });
      expect(texts()).toEqual([]);
    });
  });
};

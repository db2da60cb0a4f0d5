/** What connectors keep whose posts go out in several calls: a thread, or a post with a first comment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import type { CorrectionKind } from '../../../functions/core/correction.ts';
import type { Outcome, PartDelivery } from '../../../functions/core/entry.ts';
import type { Payload } from '../../../functions/core/payload.ts';
import type { Connector, Job, Prepared } from '../../../functions/ports/publisher.ts';
import { correctingPublisher } from '../../../functions/use-cases/publishing/correcting-publisher.ts';
import { testClock } from '../../support/make-world.ts';
import type { Fault } from '../../support/stand-in/stand-in.ts';
import type { Provider } from './connector.ts';
import { jobFor } from './job.ts';
import { media, publicMedia } from './picture.ts';

export interface PartsUnderTest {
  readonly connector: Connector;
  readonly provider: () => Promise<Provider>;
  readonly payload?: Partial<Payload>;
  readonly kind: 'thread' | 'comment';
  readonly readBack: 'certain' | 'finds';
  /** Whether the address of a post tells its id. */
  readonly idInUrl: boolean;
  /** What the channel lets a program do with every part. */
  readonly corrects: readonly CorrectionKind[];
}

const THREAD = ['text', 'thread[0]', 'thread[1]'];
const COMMENT = ['text', 'firstComment'];
const PATIENCE_SECONDS = 0.4;
const MOST_LOOKS = 20;
const START = '2027-05-04T06:00:01Z';

/** In another order than they go out; what says nothing is no part. */
const TEXTS = [
  { field: 'thread[1]', text: 'Third: and then it is gone.' },
  { field: 'firstComment', text: 'First comment: #ColdBrew' },
  { field: 'text', text: 'First: cold brew is back.' },
  { field: 'thread[0]', text: 'Second: poured over ice.' },
  { field: 'thread[2]', text: ' ' },
];

export const partsContract = ({ connector, provider: open, kind, ...under }: PartsUnderTest): void => {
  describe(`the ${connector.channel} connector, part by part`, () => {
    const names = kind === 'thread' ? THREAD : COMMENT;
    const second = names[1] ?? '';
    const clock = testClock(START);
    let provider: Provider;
    beforeEach(async () => {
      clock.set(START);
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
    const jobOf = (name: string, before: readonly PartDelivery[]): Job => ({
      ...jobFor(connector.channel, { ...under.payload, parts: TEXTS }),
      part: { name, before },
    });
    const ready = async (job: Job): Promise<string> => {
      let last: Prepared = await publisher().prepare(job);
      for (let looks = 0; last.is === 'pending' && looks < MOST_LOOKS; looks += 1) {
        clock.set(last.after);
        last = await publisher().prepare(job, last.checkpoint);
      }
      if (last.is !== 'ready') throw new Error(JSON.stringify(last));
      return last.checkpoint;
    };
    const send = async (job: Job): Promise<Outcome> => publisher().send(job, await ready(job));
    /** The first so many parts, live. */
    const live = async (count: number): Promise<readonly PartDelivery[]> => {
      const before: PartDelivery[] = [];
      for (const part of names.slice(0, count)) {
        const outcome = await send(jobOf(part, [...before]));
        if (outcome.is !== 'published') throw new Error(JSON.stringify(outcome));
        before.push({ part, outcome });
      }
      return before;
    };
    const texts = () => provider.posts().map(({ text }) => text);

    it('names them in the order in which they go out', () => {
      const { payload } = jobOf('text', []);
      expect(publisher().partsOf?.(payload)).toEqual(names);
    });

    it('makes one post of each, under the one before', async () => {
      const parts = await live(names.length);
      expect(texts()).toEqual(names.map((name) => TEXTS.find(({ field }) => field === name)?.text));
      const ids = parts.map(({ outcome }) => (outcome?.is === 'published' ? outcome.externalId : undefined));
      expect(provider.posts().map(({ id }) => id)).toEqual(ids);
      expect(provider.posts().map((post) => post.under)).toEqual([undefined, ...ids.slice(0, -1)]);
    });

    it('makes nothing live while a part is prepared, however often', async () => {
      const job = jobOf(second, await live(1));
      await ready(job);
      await ready(job);
      expect(texts()).toHaveLength(1);
    });

    it.each<Fault>(['reset-after', 'late-after', 'trouble-after'])(
      'finds the part itself when its answer is lost by %s',
      async (fault) => {
        const job = jobOf(second, await live(1));
        const checkpoint = await ready(job);
        provider.standIn.fault(fault);
        expect(await publisher().send(job, checkpoint)).toMatchObject({ is: 'unconfirmed' });
        expect(texts()).toHaveLength(2);
        const back = await publisher().readBack(job, checkpoint);
        expect(back).toMatchObject({ is: 'found', externalId: provider.posts()[1]?.id });
      },
    );

    it('does not take the part before it for the one that never arrived', async () => {
      const job = jobOf(second, await live(1));
      const checkpoint = await ready(job);
      provider.standIn.fault('reset-before');
      expect(await publisher().send(job, checkpoint)).toMatchObject({ is: 'unconfirmed' });
      const back = await publisher().readBack(job, checkpoint);
      expect(back.is).toBe(under.readBack === 'certain' ? 'absent' : 'unknown');
      expect(texts()).toHaveLength(1);
    });

    it('may try a part again after a rate limit, and is told no when it is refused', async () => {
      const job = jobOf(second, await live(1));
      provider.standIn.fault('rate-limited', 'refused');
      expect(await send(job)).toMatchObject({ is: 'retry' });
      expect(await send(job)).toMatchObject({ is: 'rejected' });
      expect(texts()).toHaveLength(1);
    });

    const AMENDED = TEXTS.map(({ field, text }) => ({ field, text: text.replace(/[.w]$/u, ', today.') }));
    /** The entry that corrects everything that is live, in the order of its kind. */
    const correction = (is: CorrectionKind, sent: readonly PartDelivery[]) => {
      const places = sent.flatMap(({ part, outcome }) =>
        outcome?.is === 'published' && outcome.externalId !== undefined
          ? [{ part, externalId: outcome.externalId }]
          : [],
      );
      const corrects = jobOf('text', []).entry.id;
      const parts = is === 'amend' ? AMENDED : TEXTS;
      const job = jobFor(connector.channel, { ...under.payload, parts }, 2);
      const doing = { corrects, is, live: is === 'retract' ? places.toReversed() : places };
      return { job, by: correctingPublisher(publisher(), doing, job.payload), live: doing.live };
    };
    const correctAll = async (is: CorrectionKind, sent: readonly PartDelivery[]) => {
      const { job, by, live: places } = correction(is, sent);
      expect(by.partsOf?.(job.payload)).toEqual(places.map(({ part }) => part));
      for (const { part } of places)
        expect(await by.send({ ...job, part: { name: part, before: [] } }, is)).toMatchObject({
          is: 'published',
        });
    };
    const can = (is: CorrectionKind) => under.corrects.includes(is);

    it.runIf(can('amend'))('changes every part, and makes no new one', async () => {
      await correctAll('amend', await live(names.length));
      expect(texts()).toEqual(names.map((name) => AMENDED.find(({ field }) => field === name)?.text));
    });

    it.runIf(can('retract'))('takes every part back, though one of them is gone already', async () => {
      const parts = await live(names.length);
      await correctAll('retract', parts.slice(-1));
      expect(texts()).toHaveLength(names.length - 1);
      await correctAll('retract', parts);
      expect(texts()).toEqual([]);
    });

    it('hands over with every address what no program may do', async () => {
      const kinds = (['amend', 'retract'] as const).filter((is) => !can(is));
      for (const is of kinds) {
        const { job, by } = correction(is, []);
        const told = names.map((part) => ({ part, url: `https://tea.example/${part}` }));
        const doing = { corrects: job.entry.id, is, live: told };
        const outcome = await correctingPublisher(publisher(), doing, job.payload).send(job, is);
        expect(by.partsOf).toBeUndefined();
        expect(outcome).toMatchObject({ is: 'handed-off', url: 'https://tea.example/text' });
        for (const { url } of told) expect(JSON.stringify(outcome)).toContain(url);
      }
    });

    it('goes on under a post of which a person gave the address, where that tells the id', async () => {
      const [main] = await live(1);
      const came = main?.outcome;
      const url = came?.is === 'published' ? (came.url ?? 'https://tea.example/p/AbC') : '';
      const settled: PartDelivery = { part: 'text', outcome: { is: 'published', url } };
      const prepared = await publisher().prepare(jobOf(second, [settled]));
      expect(prepared.is === 'rejected').toBe(!under.idInUrl);
      const unknown: PartDelivery = { part: 'text', outcome: { is: 'published' } };
      expect(await publisher().prepare(jobOf(second, [unknown]))).toMatchObject({ is: 'rejected' });
    });
  });
};

/** What every live connector keeps, against a provider that has a ledger of its own and can lose answers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { severityOf } from '../../../brand-guide/engine/limits.ts';
import { nodeHttp } from '../../../functions/adapters/node-http.ts';
import { channelOf } from '../../../functions/channels/specs.ts';
import type { Outcome } from '../../../functions/core/entry.ts';
import { plusSeconds } from '../../../functions/core/instant.ts';
import type { Payload } from '../../../functions/core/payload.ts';
import type { Connector, Credentials, Given, Job, Prepared } from '../../../functions/ports/publisher.ts';
import { testClock } from '../../support/make-world.ts';
import type { Fault, LedgerPost, StandIn } from '../../support/stand-in/stand-in.ts';
import { jobFor } from './job.ts';
import type { TokenAnswers } from './tokens.ts';
import { media, PICTURE, PNG, publicMedia } from './picture.ts';

export interface Provider {
  readonly standIn: StandIn;
  /** Everything that is live there. */
  readonly posts: () => readonly LedgerPost[];
  readonly credentials: Credentials;
  /** Credentials that the provider does not take; absent where it cannot tell before a post. */
  readonly wrong?: Credentials;
}

export interface ConnectorUnderTest {
  readonly connector: Connector;
  readonly provider: () => Promise<Provider>;
  readonly payload?: Partial<Payload>;
  /** Whether pictures are uploaded, with their text alternatives or without. */
  readonly pictures?: 'described' | 'bare';
  /** How the provider says that a token is over, and that it was taken back, where it tells the two apart. */
  readonly tokens?: TokenAnswers;
  /** The instant of the test, where the provider's own tools look at the clock. */
  readonly now?: string;
  /** Where the channel shows what was posted: `absent` may be answered only by those that show everything. */
  readonly readBack: 'certain' | 'finds' | 'none';
}

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

export const connectorContract = ({ connector, provider: open, ...under }: ConnectorUnderTest): void => {
  describe(`the ${connector.channel} connector`, () => {
    const start = under.now ?? '2027-05-04T06:00:01Z';
    const clock = testClock(start);
    let provider: Provider;
    beforeEach(async () => {
      clock.set(start);
      provider = await open();
    });
    afterEach(() => provider.standIn.close());

    const given = (credentials = provider.credentials, baseUrl = provider.standIn.url): Given => ({
      http: nodeHttp({ seconds: PATIENCE_SECONDS }),
      clock,
      media,
      publicMedia,
      credentials,
      baseUrl,
    });
    const publisher = (from = given()) => connector.connect(from);
    const job = (payload: Partial<Payload> = {}): Job =>
      jobFor(connector.channel, { ...under.payload, ...payload });

    /** As the publisher does: looks again while the provider is still working. */
    const ready = async (one: Job): Promise<string> => {
      let last: Prepared = await publisher().prepare(one);
      for (let looks = 0; last.is === 'pending' && looks < MOST_LOOKS; looks += 1) {
        clock.set(last.after);
        last = await publisher().prepare(one, last.checkpoint);
      }
      if (last.is !== 'ready') throw new Error(JSON.stringify(last));
      return last.checkpoint;
    };
    const send = async (one = job()): Promise<{ readonly outcome: Outcome; readonly checkpoint: string }> => {
      const checkpoint = await ready(one);
      return { checkpoint, outcome: await publisher().send(one, checkpoint) };
    };

    it('makes nothing live while it prepares, however often', async () => {
      await ready(job());
      await ready(job());
      expect(provider.posts()).toEqual([]);
    });

    it('posts once, and says where', async () => {
      const { outcome } = await send();
      expect(outcome).toMatchObject({ is: 'published', externalId: provider.posts()[0]?.id });
      expect(provider.posts()).toHaveLength(1);
    });

    it.runIf(under.pictures !== undefined)('carries its pictures', async () => {
      const { outcome } = await send(
        job({ media: [{ file: 'mint.png', alt: 'An iced mint coffee', rendition: PICTURE }] }),
      );
      expect(outcome).toMatchObject({ is: 'published' });
      const sent = provider.standIn.requests.map(({ body }) => body.toString('latin1')).join('\n');
      expect(sent).toContain(under.pictures === 'described' ? 'An iced mint coffee' : PNG.toString('latin1'));
    });

    it.runIf(under.pictures !== undefined)(
      'rejects a picture that was never uploaded, by its name',
      async () => {
        const missing = job({ media: [{ file: 'mint.png', rendition: 'b'.repeat(64) }] });
        expect(await publisher().prepare(missing)).toMatchObject({
          is: 'rejected',
          reason: expect.stringContaining('mint.png'),
        });
      },
    );

    it('is rejected with the reason when the provider refuses the text', async () => {
      provider.standIn.fault('refused');
      expect((await send()).outcome).toEqual({
        is: 'rejected',
        reason: expect.stringMatching(/not acceptable|400/u),
      });
      expect(provider.posts()).toEqual([]);
    });

    it('may be tried again after the time that a rate limit names, or a minute', async () => {
      provider.standIn.fault('rate-limited', 'rate-limited-silently');
      const named = (await send()).outcome;
      expect(named).toMatchObject({ is: 'retry', after: plusSeconds(clock.now(), 120) });
      clock.set(start);
      const silent = (await send()).outcome;
      expect(silent).toMatchObject({ is: 'retry' });
      expect(provider.posts()).toEqual([]);
    });

    it('says that the token was not taken', async () => {
      provider.standIn.fault('unauthorised');
      expect((await send()).outcome).toMatchObject({ is: 'retry', unauthorised: true });
      expect(provider.posts()).toEqual([]);
    });

    it.each(Object.entries(under.tokens ?? {}))(
      'says that a token that is %s was not taken',
      async (_is, answer) => {
        provider.standIn.answer(answer);
        expect((await send()).outcome).toMatchObject({ is: 'retry', unauthorised: true });
        expect(provider.posts()).toEqual([]);
      },
    );

    const picture = { file: 'mint.png', alt: 'An iced mint coffee', rendition: PICTURE };
    const takesPictures = under.pictures !== undefined || under.payload?.media !== undefined;
    it.runIf(takesPictures)('is rejected when the provider takes no picture as large', async () => {
      provider.standIn.fault('too-large');
      const one = job({ media: [picture] });
      const first = await publisher().prepare(one);
      const came = first.is === 'rejected' ? first : (await send(one)).outcome;
      expect(came).toMatchObject({ is: 'rejected', reason: expect.stringMatching(/413|too large/u) });
      expect(provider.posts()).toEqual([]);
    });

    const most = channelOf(connector.channel)?.spec.media?.maxBytes;
    const isKnown = takesPictures && most !== undefined && severityOf(most) === 'error';
    it.runIf(isKnown)('rejects a picture that is larger than the channel takes before any call', async () => {
      const large = { ...media, get: async () => Buffer.concat([PNG, Buffer.alloc(most?.value ?? 0)]) };
      const prepared = await publisher({ ...given(), media: large }).prepare(job({ media: [picture] }));
      expect(prepared).toMatchObject({
        is: 'rejected',
        reason: expect.stringMatching(/mint\.png.+lighter/u),
      });
      const about = provider.standIn.requests.filter(
        ({ body }) => body.includes(PNG) || body.includes(PICTURE),
      );
      expect(about).toEqual([]);
    });

    it('may be tried again when nothing listens', async () => {
      const one = job();
      const checkpoint = await ready(one);
      await provider.standIn.close();
      expect(await publisher().send(one, checkpoint)).toMatchObject({ is: 'retry' });
      expect(await publisher().prepare(one)).toMatchObject({ is: expect.stringMatching(/retry|ready/u) });
    });

    it.each(UNCERTAIN)('knows nothing for certain when the call ends in %s', async (fault) => {
      const one = job();
      const checkpoint = await ready(one);
      provider.standIn.fault(fault);
      expect(await publisher().send(one, checkpoint)).toMatchObject({ is: 'unconfirmed' });
      const isLive = fault.endsWith('-after');
      expect(provider.posts()).toHaveLength(isLive ? 1 : 0);
      const back = await publisher().readBack(one, checkpoint);
      expect(['found', 'absent', 'unknown']).toContain(back.is);
      if (isLive) expect(back.is).toBe(under.readBack === 'none' ? 'unknown' : 'found');
      else expect(back.is).toBe(under.readBack === 'certain' ? 'absent' : 'unknown');
      if (back.is === 'found') expect(back.externalId).toBe(provider.posts()[0]?.id);
    });

    it.runIf(publisherIsExact(connector))('makes no second post by the same call again', async () => {
      const one = job();
      const checkpoint = await ready(one);
      provider.standIn.fault('reset-after');
      await publisher().send(one, checkpoint);
      const again = await publisher().send(one, checkpoint);
      expect(again).toMatchObject({ is: 'published', externalId: provider.posts()[0]?.id });
      await publisher().send(one, checkpoint);
      expect(provider.posts()).toHaveLength(1);
    });

    it('knows whose its credentials are, and when they are taken no more', async () => {
      expect(await connector.check(given())).toMatchObject({ is: 'well' });
      const wrong = provider.wrong && (await connector.check(given(provider.wrong)));
      expect(wrong?.is).toBe(provider.wrong && 'refused');
      await provider.standIn.close();
      expect(await connector.check(given())).toMatchObject({ is: 'unknown' });
    });

    it('never tells a secret', async () => {
      const said: unknown[] = [];
      for (const fault of ['refused', 'unauthorised', ...UNCERTAIN] as const) {
        provider.standIn.fault(fault);
        said.push((await send()).outcome);
      }
      if (provider.wrong) said.push(await connector.check(given(provider.wrong)));
      const text = JSON.stringify(said);
      const secrets = [provider.credentials, provider.wrong ?? {}]
        .flatMap((one) => Object.values(one))
        .filter((value) => value.length >= 8 && !value.startsWith('http'));
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    });
  });
};

const publisherIsExact = (connector: Connector): boolean =>
  connector.connect({
    http: nodeHttp(),
    clock: testClock('2027-05-04T06:00:00Z'),
    media,
    publicMedia,
    credentials: {},
    baseUrl: '',
  }).idempotency === 'exact';

/** Sends what a variant says now to members, at the addresses that they sign in with, before anybody else gets it. */
import { renderEmail } from '../../adapt/email/render-email.ts';
import { hashAt, payloadAt } from '../../adapt/payload-of.ts';
import { connectorOf, givenTo } from '../../channels/publishers.ts';
import { addressHash } from '../../core/addressee.ts';
import type { Account } from '../../core/account.ts';
import type { Entry } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { asId, type AccountId, type EntryId, type UserId, type VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Member } from '../../core/member.ts';
import { slotAt, wallOf } from '../../core/zone.ts';
import type { World } from '../../ports.ts';
import type { PeopleJob, PeoplePublisher } from '../../ports/people-publisher.ts';
import { credentialsOf } from '../account/credentials.ts';
import { currentGuide, guideFor } from '../guide/current-guide.ts';
import { load, putVariant } from '../rows.ts';
import { useCase, type Session } from '../use-case.ts';
import { openVariant, type OpenVariant } from './open-variant.ts';

export interface TestSend {
  readonly id: VariantId;
  readonly account: AccountId;
  readonly to: readonly UserId[];
}

export interface TestSent {
  readonly to: UserId;
  readonly is: 'published' | 'rejected' | 'retry' | 'unconfirmed';
  readonly reason?: string;
}

const MARK = '[Test] ';

const publisherOf = async (world: World, { tenant }: Session, account: Account): Promise<PeoplePublisher> => {
  const connector = connectorOf(account.channel);
  if (account.channel !== 'email' || !connector || !('connectPeople' in connector))
    throw new Refused(
      'not-available-yet',
      'Members are known by their e-mail address: only e-mail can be tested.',
    );
  const credentials = await credentialsOf(world, tenant, account.id);
  if (!credentials || account.state !== 'connected' || account.mode !== 'live')
    throw new Refused('disconnected', `${account.name} is not connected: connect it first.`);
  return connector.connectPeople(givenTo(connector, credentials, world));
};

/** Never stored: only the letter's name is made from it. */
const entryFor = (
  world: World,
  { member }: Session,
  { head, revision, campaign }: OpenVariant,
  account: Account,
): Entry => ({
  id: asId<EntryId>(world.ids.next()),
  campaign: campaign.id,
  variant: head.value.id,
  account: account.id,
  channel: account.channel,
  locale: head.value.place.locale,
  revision: revision.number,
  hash: hashAt(campaign, head.value.place, revision),
  slot: slotAt(wallOf(world.clock.now(), 'UTC'), 'UTC'),
  state: 'publishing',
  whenApproved: false,
  graceMinutes: 0,
  attempts: 1,
  owner: member.user,
  words: '',
});

const jobOf = async (
  world: World,
  session: Session,
  opened: OpenVariant,
  account: Account,
): Promise<PeopleJob> => {
  const { place } = opened.head.value;
  const { guide } = await currentGuide(world, session.tenant);
  const at = { channel: place.channel, locale: place.locale, account: account.id };
  const letter = await renderEmail(opened.revision, guideFor(guide, at), place.locale);
  return {
    workspace: session.tenant.workspace,
    entry: entryFor(world, session, opened, account),
    account,
    payload: payloadAt(place, opened.revision),
    letter: { ...letter, subject: MARK + letter.subject },
  };
};

const sendTo = async (
  people: PeoplePublisher,
  job: PeopleJob,
  { tenant }: Session,
  { user, email }: Member,
): Promise<TestSent> => {
  const hash = addressHash(tenant, job.account.id, email);
  const came = await people.sendOne(job, { address: email, hash, locale: job.payload.locale });
  return { to: user, is: came.is, ...('reason' in came && { reason: came.reason }) };
};

/**
 * The trail says who asked for it before anything is sent.
 * @throws Refused `not-found` for whoever is no member, `not-available-yet`, `disconnected`, `invalid-input`.
 */
export const testSend = useCase(
  'test-send',
  async (world, session, { id, account: accountId, to }: TestSend): Promise<readonly TestSent[]> => {
    const { tenant, member } = session;
    const opened = await openVariant(world, tenant, id);
    const account = (await load(world, keys.account(tenant, accountId), 'account')).value;
    const { head, revision } = opened;
    if (account.channel !== head.value.place.channel)
      throw new Refused('invalid-input', `The variant is for ${head.value.place.channel}.`);
    const people = await publisherOf(world, session, account);
    const members = await Promise.all(to.map((user) => load(world, keys.member(tenant, user), 'member')));
    const job = await jobOf(world, session, opened, account);
    await world.store.commit({
      head: putVariant(tenant, head.value, world.clock.now(), head),
      by: { user: member.user },
      event: { type: 'variant.test-sent', data: { account: account.id, revision: revision.number, to } },
    });
    return Promise.all(members.map(({ value }) => sendTo(people, job, session, value)));
  },
);

/** A workspace on the AWS home, founded over its API, with a live webhook and one approved variant. */
import { asId, type EntryId, type WorkspaceId } from '../../../functions/core/ids.ts';
import { keys } from '../../../functions/core/keys.ts';
import { systemTenant } from '../../../functions/core/tenant.ts';
import { wallOf } from '../../../functions/core/zone.ts';
import { createApp } from '../../../functions/http/app.ts';
import type { WakeUp } from '../../../functions/adapters/aws/wake-up.ts';
import type { Provider } from '../../contract/connector/connector.ts';
import { type Answer, at, type Client, clientOf, ifMatch, listAt, textAt } from '../../support/client.ts';
import type { AwsHome } from './aws-home.ts';

const PASSWORD = 'a dozen characters';
const ZONE = 'Europe/Athens';
export const WORKSPACE = asId<WorkspaceId>('harbour-tea');
const CAMPAIGN = `
name: Fig season
zone: Europe/Athens
locales: [en-GB]
channels: [webhook]
facts:
  - { id: price, kind: price, value: { amount: 4.20, currency: EUR }, required: true }
message:
  headline: Fig season is back at Harbour Tea
  body: A Fig & Honey Tea is €4.20 again, with thyme honey from three beekeepers we know by name.
`;

export interface TeaHouse {
  /** By the API; `instant` is an ISO one of a whole minute. */
  readonly schedule: (instant: string) => Promise<WakeUp>;
  readonly move: (wakeUp: WakeUp, instant: string) => Promise<void>;
  readonly cancel: (wakeUp: WakeUp) => Promise<void>;
  /** As the row has it: the endpoint's tokens do not live as long as the test's clock runs. */
  readonly stateOf: (wakeUp: WakeUp) => Promise<string | undefined>;
}

const done = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};

const usersOf = ({ world }: AwsHome) => {
  const app = createApp(world, {
    log: ({ error }) => {
      throw error;
    },
  });
  const as = (token: string, base = `/workspaces/${WORKSPACE}`) => clientOf(app, token, base);
  const redeemed = async (code: string): Promise<string> =>
    textAt(done(await as('', '').post('/session/link', { code, password: PASSWORD }), 200).body, 'token');
  const member = async (admin: Client, role: string): Promise<Client> => {
    const body = { email: `${role}@harbour.example`, name: role, roles: [role], locales: ['*'] };
    return as(await redeemed(textAt(done(await admin.post('/members', body), 201).body, 'code')));
  };
  return { as, redeemed, member };
};

async function approved(manager: Client, reviewer: Client): Promise<string> {
  const campaign = textAt(done(await manager.post('/campaigns', CAMPAIGN), 201).body, 'id');
  const adapted = done(await manager.post(`/campaigns/${campaign}/adapt`, {}), 200);
  const variant = textAt(listAt(adapted.body, 'items')[0], 'variant');
  const before = await manager.get(`/variants/${variant}`);
  const acknowledge = listAt(before.body, 'findings').map((finding) => at(finding, 'fingerprint'));
  done(await manager.post(`/variants/${variant}/submit`, { acknowledge }, ifMatch(before)), 200);
  const { body } = await reviewer.get(`/variants/${variant}`);
  done(await reviewer.post(`/variants/${variant}/approve`, { hash: at(body, 'hash') }), 200);
  return variant;
}

async function connected(admin: Client, { credentials }: Provider): Promise<void> {
  const account = {
    id: 'shop',
    channel: 'webhook',
    name: 'The shop',
    mode: 'live',
    locales: ['en-GB'],
    zone: ZONE,
    slots: [],
  };
  const added = done(await admin.post('/accounts', account), 201);
  done(await admin.put('/accounts/shop/credentials', credentials, ifMatch(added)), 200);
}

export async function openTeaHouse(home: AwsHome, provider: Provider): Promise<TeaHouse> {
  const { as, redeemed, member } = usersOf(home);
  const token = await redeemed((await home.world.identity.invite('admin@harbour.example')).code);
  const founded = { id: WORKSPACE, name: 'Harbour Tea', zone: ZONE, adminName: 'Admin' };
  done(await as(token, '').post('/workspaces', founded), 201);
  const admin = as(token);
  await connected(admin, provider);
  const [manager, reviewer] = [await member(admin, 'manager'), await member(admin, 'reviewer')];
  const variant = await approved(manager, reviewer);
  const change = async ({ entry }: WakeUp, verb: string, body?: unknown): Promise<void> => {
    const before = done(await manager.get(`/entries/${entry}`), 200);
    done(await manager.post(`/entries/${entry}/${verb}`, body, ifMatch(before)), 200);
  };
  return {
    move: (wakeUp, instant) => change(wakeUp, 'move', { wall: wallOf(instant, ZONE) }),
    cancel: (wakeUp) => change(wakeUp, 'cancel'),
    schedule: async (instant) => {
      const asked = { variant, account: 'shop', wall: wallOf(instant, ZONE) };
      const made = done(await manager.post('/entries', asked), 201);
      return { workspace: WORKSPACE, entry: asId<EntryId>(textAt(made.body, 'id')) };
    },
    stateOf: async ({ entry }) =>
      (await home.world.store.get(keys.entry(systemTenant(WORKSPACE), entry)))?.value.state,
  };
}

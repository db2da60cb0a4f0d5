/** The scene: accounts of every kind are connected, publish, fail in every way, are renewed, checked, corrected and disconnected. */
import { at, textAt, type Answer } from '../support/client.ts';
import { OWN, type Credentials } from './accounts.ts';
import {
  accountOf,
  addAccount,
  approved,
  connect,
  disconnect,
  schedule,
  settledAll,
  signIn,
  taken,
  until,
} from './deeds.ts';
import type { ServedHome } from './home.ts';
import type { LetterParrot } from './letter-parrot.ts';
import type { Mood, Parrot } from './parrot.ts';

const WORKSPACE = {
  id: 'tea',
  name: 'Harbour Tea',
  zone: 'Europe/Athens',
  adminName: 'Ada',
  selfApproval: true,
};
const READERS = ['ada@example.net', '+306900000001'];
const TO_PEOPLE: Readonly<Record<string, string>> = {
  email: READERS[0] ?? '',
  sms: READERS[1] ?? '',
  whatsapp: READERS[1] ?? '',
};

export interface Stage extends ServedHome {
  readonly provider: Parrot;
  readonly letters: LetterParrot;
  readonly credentials: Credentials;
}

export interface Played {
  /** What could be approved, by channel. */
  readonly variants: ReadonlyMap<string, string>;
  /** What became of the entries, by mood. */
  readonly ends: ReadonlyMap<Mood, readonly unknown[]>;
  readonly entries: readonly string[];
}

const feel = ({ provider, letters }: Stage, mood: Mood): void => {
  provider.feels(mood);
  letters.feels(mood);
};

/** What no account takes, told without what was given; and what no provider takes. */
const refuseAll = async (stage: Stage): Promise<void> => {
  const { tea, credentials } = stage;
  feel(stage, 401);
  for (const [channel, given] of Object.entries(credentials)) {
    await connect(tea, channel, { ...given, more: Object.values(given).at(-1) });
    await connect(
      tea,
      channel,
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]])),
    );
    await connect(tea, channel, given);
  }
  await signIn(tea, 'x');
};

/** What is not, or is no more. */
const connectAll = async (stage: Stage): Promise<void> => {
  const { tea, credentials } = stage;
  feel(stage, 'takes');
  for (const channel of [...Object.keys(credentials), 'x']) {
    if (at(await accountOf(tea, channel), 'state') === 'connected') continue;
    taken(channel === 'x' ? await signIn(tea, 'x') : await connect(tea, channel, credentials[channel]));
  }
};

const openAll = async (stage: Stage): Promise<void> => {
  await connectAll(stage);
  const { tea, provider } = stage;
  await until(
    async () => Object.keys(provider.given),
    (names) => names.includes('the renewed access token of x'),
  );
  for (const [channel, address] of Object.entries(TO_PEOPLE)) {
    const csv = `address,consentAt,consentSource\n${address},2026-01-05T10:00:00Z,checkout`;
    taken(await tea.post(`/accounts/${channel}/audience`, { csv }));
  }
};

const addChat = async ({ tea, provider }: Stage): Promise<string> => {
  const url = `${provider.url}/chat/${OWN['path of the chat']}`;
  const chat = { name: 'Tea people', form: 'slack', url };
  return textAt(taken(await tea.post('/hooks', chat)).body, 'id');
};

const checkAll = async ({ tea }: Stage, channels: Iterable<string>): Promise<void> => {
  for (const channel of channels) await tea.post(`/accounts/${channel}/check`, {});
};

/** Everything once, while the providers feel like this. */
const inMood = async (
  stage: Stage,
  mood: Mood,
  variants: Played['variants'],
  chat: string,
): Promise<readonly unknown[]> => {
  const { tea } = stage;
  await connectAll(stage);
  feel(stage, mood);
  const entries: string[] = [];
  for (const [channel, variant] of variants) entries.push(await schedule(tea, channel, variant));
  const ends = await settledAll(tea, entries);
  const { body } = await tea.get('/members');
  const to = [textAt(body, 'items', 0, 'user')];
  await tea.post(`/variants/${variants.get('email')}/test-send`, { account: 'email', to });
  await tea.post(`/hooks/${chat}/try`, {});
  await checkAll(stage, variants.keys());
  return ends;
};

const retractAll = async (stage: Stage, ends: readonly unknown[]): Promise<readonly string[]> => {
  feel(stage, 400);
  const ids: string[] = [];
  for (const end of ends) {
    const answer: Answer = await stage.tea.post(`/entries/${textAt(end, 'id')}/retract`, { reason: 'Wrong' });
    if (answer.status === 201) ids.push(textAt(answer.body, 'id'));
  }
  await settledAll(stage.tea, ids);
  return ids;
};

const MOODS: readonly Mood[] = ['takes', 400, 200, 401];

/** What was made is retracted before the accounts are gone. */
export const play = async (stage: Stage): Promise<Played> => {
  const { home, tea, credentials } = stage;
  taken(await home.post('/workspaces', WORKSPACE));
  const channels = [...Object.keys(credentials), 'x'];
  for (const channel of channels) await addAccount(tea, channel);
  await refuseAll(stage);
  await openAll(stage);
  const chat = await addChat(stage);
  const variants = await approved(tea, channels);
  const ends = new Map<Mood, readonly unknown[]>();
  const corrections: string[] = [];
  for (const mood of MOODS) {
    ends.set(mood, await inMood(stage, mood, variants, chat));
    if (mood === 'takes') corrections.push(...(await retractAll(stage, ends.get(mood) ?? [])));
  }
  feel(stage, 'takes');
  for (const channel of ['mastodon', 'webhook', 'email']) {
    const isThere = at(await accountOf(tea, channel), 'state') === 'connected';
    if (!isThere) taken(await connect(tea, channel, credentials[channel]));
    taken(await disconnect(tea, channel));
  }
  const entries = [...ends.values()].flat().map((end) => textAt(end, 'id'));
  return { variants, ends, entries: [...entries, ...corrections] };
};

const ABOUT_ITSELF = [
  '',
  'accounts',
  'connectors',
  'members',
  'hooks',
  'notices',
  'notices/settings',
  'deliveries',
  'feed',
  'audit/verify',
  'campaigns',
  'guide',
  'events?of=workspace',
];

/** Everything that the workspace answers about itself. */
export const readAll = async ({ tea, home }: Stage, { entries, variants }: Played): Promise<void> => {
  const today = new Date().toISOString().slice(0, 10);
  const paths = [
    ...ABOUT_ITSELF,
    `calendar?from=${today}&to=${today}`,
    `coverage?from=${today}&to=${today}`,
    ...[...variants.keys()].map((channel) => `events?of=account&id=${channel}`),
    ...[...variants.values()].flatMap((id) => [`variants/${id}`, `events?of=variant&id=${id}`]),
    ...entries.flatMap((id) => [`entries/${id}`, `events?of=entry&id=${id}`]),
    ...Object.keys(TO_PEOPLE).map((channel) => `accounts/${channel}/audience/addressees`),
  ];
  for (const path of paths) await tea.get(path === '' ? '' : `/${path}`);
  await home.get('/openapi.json');
};

/** The ways out of the app: a letter to the person, and a message in each chat that wants the kind. */
import type { Hook } from '../../core/hook.ts';
import type { UserId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Notice, NoticeKind } from '../../core/notice.ts';
import { sha256Hex } from '../../core/payload.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Told, Way } from '../../core/telling.ts';
import type { World } from '../../ports.ts';
import type { Message } from '../../ports/notifier.ts';
import { put } from '../rows.ts';
import { hooksOf, hookUrl } from './hooks.ts';
import { settingsOf } from './notice-settings.ts';

/** What came of telling one notice one way. */
export interface Came {
  readonly notice: string;
  readonly way: Way;
  readonly told: Told;
}

const HEADLINES: Readonly<Record<NoticeKind, string>> = {
  failed: 'a post failed',
  held: 'a post is held',
  missed: 'a post was missed',
  unconfirmed: 'nobody knows whether a post is live',
  'handed-off': 'a post is yours to publish now',
  disconnected: 'an account was disconnected',
  expiring: 'an account’s sign-in ends soon',
  moved: 'a post moved with new zone data',
  drafted: 'a draft waits for approval',
};

const subjectOf = (workspace: string, notices: readonly Notice[]): string => {
  const [first] = notices;
  return notices.length === 1 && first
    ? `${workspace}: ${HEADLINES[first.kind]}`
    : `${workspace}: ${notices.length} things to look at`;
};

const messageOf = (way: Way, workspace: string, notices: readonly Notice[]): Message => ({
  id: sha256Hex([way, ...notices.map(({ id }) => id)].join('\n')).slice(0, 40),
  subject: subjectOf(workspace, notices),
  lines: notices.map(({ says }) => says),
});

const wanted = (notices: readonly Notice[], way: Way, kinds: readonly NoticeKind[]): readonly Notice[] =>
  notices.filter(({ kind, telling }) => kinds.includes(kind) && telling?.done.includes(way) !== true);

const cameTo = (notices: readonly Notice[], way: Way, told: Told): readonly Came[] =>
  notices.map(({ id }) => ({ notice: id, way, told }));

const MAIL = 'mail';

/** Nobody who has left the workspace gets its letters. */
export const tellByMail = async (
  world: World,
  tenant: Tenant,
  workspace: string,
  user: UserId,
  notices: readonly Notice[],
): Promise<readonly Came[]> => {
  const { mail } = world.notifier;
  const member = mail && (await world.store.get(keys.member(tenant, user)));
  if (!mail || !member) return [];
  const theirs = wanted(notices, MAIL, (await settingsOf(world, tenant, user)).value.mail);
  if (theirs.length === 0) return [];
  return cameTo(
    theirs,
    MAIL,
    await mail(member.value.email, messageOf(`${MAIL} ${user}`, workspace, theirs)),
  );
};

/** What its admins see; the notices themselves are recorded apart. */
const keepTrouble = async (world: World, tenant: Tenant, { id }: Hook, told: Told): Promise<void> => {
  const row = await world.store.get(keys.hook(tenant, id));
  const trouble = told.is === 'told' ? undefined : told.reason;
  if (!row || row.value.trouble === trouble) return;
  const { trouble: _, ...hook } = row.value;
  await world.store.tick([put(row.key, { ...hook, ...(trouble !== undefined && { trouble }) }, row)]);
};

const tellInChat = async (
  world: World,
  tenant: Tenant,
  workspace: string,
  hook: Hook,
  notices: readonly Notice[],
): Promise<readonly Came[]> => {
  const its = wanted(notices, hook.id, hook.kinds);
  if (its.length === 0) return [];
  const url = await hookUrl(world, tenant, hook);
  const told: Told =
    url === undefined
      ? { is: 'never', reason: `In the chat ${hook.name}: its address cannot be opened here.` }
      : await world.notifier.hook(hook.form, url, messageOf(hook.id, workspace, its));
  await keepTrouble(world, tenant, hook, told);
  return cameTo(its, hook.id, told);
};

export const tellInChats = async (
  world: World,
  tenant: Tenant,
  workspace: string,
  notices: readonly Notice[],
): Promise<readonly Came[]> => {
  const hooks = await hooksOf(world, tenant);
  const came = await Promise.all(hooks.map((hook) => tellInChat(world, tenant, workspace, hook, notices)));
  return came.flat();
};

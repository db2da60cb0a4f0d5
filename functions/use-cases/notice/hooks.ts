/** A workspace's hooks: the chats that are told of what went otherwise than planned. */
import { invalid, Refused } from '../../core/errors.ts';
import type { Hook, HookForm } from '../../core/hook.ts';
import { asId, type HookId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { load, put } from '../rows.ts';
import { useCase } from '../use-case.ts';

export interface HookInput {
  readonly name: string;
  readonly form: HookForm;
  /** Secret: whoever knows it may post. */
  readonly url: string;
  readonly kinds: readonly NoticeKind[];
}

/** Without what it is sealed with. */
export type ShownHook = Omit<Hook, 'sealed'>;

export const MOST_HOOKS = 20;

const shown = (hook: Hook): ShownHook => {
  const { sealed: _, ...rest } = hook;
  return rest;
};
const sealedFor = ({ workspace }: Tenant, hook: HookId) => ({ workspace, hook });
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** In clear only where nothing leaves this machine. */
const requireSecure = ({ protocol, hostname }: URL): void => {
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return;
  throw invalid('The address of a chat is a secret and must not travel in clear.', [
    { path: 'url', message: 'expected https://…' },
  ]);
};

export const hooksOf = async (world: World, { workspace }: Tenant): Promise<readonly Hook[]> => {
  const { rows } = await world.store.children<Hook>(`W#${workspace}`, 'HOOK#', { limit: MOST_HOOKS });
  return rows.map(({ value }) => value);
};

/** Undefined where it cannot be opened here. */
export const hookUrl = (world: World, tenant: Tenant, { id, sealed }: Hook): Promise<string | undefined> =>
  world.secrets.open(sealed, sealedFor(tenant, id));

export const listHooks = useCase('list-hooks', async (world, { tenant }): Promise<readonly ShownHook[]> =>
  (await hooksOf(world, tenant)).map(shown),
);

/** @throws Refused `invalid-input`, `too-many`. */
export const addHook = useCase(
  'add-hook',
  async (world, { tenant, member, once }, { url, ...input }: HookInput): Promise<ShownHook> => {
    requireSecure(new URL(url));
    const head = await load(world, keys.workspace(tenant), 'workspace');
    if ((await hooksOf(world, tenant)).length >= MOST_HOOKS)
      throw new Refused(
        'not-in-this-state',
        `A workspace has at most ${MOST_HOOKS} hooks: remove one first.`,
      );
    const id = asId<HookId>(world.ids.next());
    const sealed = await world.secrets.seal(url, sealedFor(tenant, id));
    const hook: Hook = { id, ...input, host: new URL(url).host, sealed };
    await world.store.commit({
      head: put(keys.workspace(tenant), head.value, head),
      changes: [put(keys.hook(tenant, id), hook)],
      by: { user: member.user },
      event: { type: 'hook.added', data: { hook: id, name: hook.name, form: hook.form, host: hook.host } },
      once,
      answer: shown(hook),
    });
    return shown(hook);
  },
);

/** @throws Refused `not-found`. */
export const removeHook = useCase(
  'remove-hook',
  async (world, { tenant, member }, { id }: { readonly id: HookId }): Promise<void> => {
    const head = await load(world, keys.workspace(tenant), 'workspace');
    const row = await load(world, keys.hook(tenant, id), 'hook');
    await world.store.commit({
      head: put(keys.workspace(tenant), head.value, head),
      changes: [{ op: 'remove', key: row.key, rev: row.rev }],
      by: { user: member.user },
      event: { type: 'hook.removed', data: { hook: id, name: row.value.name } },
    });
  },
);

/** Posts one message there. @throws Refused `not-found`, `refused-by-provider`, `not-available-yet`. */
export const tryHook = useCase(
  'try-hook',
  async (world, { tenant, member }, { id }: { readonly id: HookId }): Promise<void> => {
    const { value: hook } = await load(world, keys.hook(tenant, id), 'hook');
    const url = await hookUrl(world, tenant, hook);
    if (url === undefined)
      throw new Refused('not-available-yet', 'Its address cannot be opened here: add the hook anew.');
    const told = await world.notifier.hook(hook.form, url, {
      id: world.ids.next(),
      subject: 'Cantus',
      lines: [`${member.name} tries whether notices arrive here: they do.`],
    });
    if (told.is !== 'told') throw new Refused('refused-by-provider', told.reason);
  },
);

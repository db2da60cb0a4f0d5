/** A workspace behind the HTTP app, with a client for each role and one campaign on its way. */
import { createApp } from '../../functions/http/app.ts';
import type { Trouble } from '../../functions/http/env.ts';
import { ROLES, type Role } from '../../functions/core/member.ts';
import { documentOf, undocumented, type Refusal } from './documented.ts';
import { makeWorld, type TestWorld } from '../support/make-world.ts';

export const CAMPAIGN = {
  name: 'Fig season',
  zone: 'Europe/Athens',
  locales: ['en-GB'],
  channels: ['facebook', 'x'],
  facts: [{ id: 'shop', kind: 'url', value: 'https://harbour.example/fig', required: true }],
  message: {
    headline: 'Fig season is back',
    body: 'Black figs from the islands meet our smoked oolong, poured over ice.',
    cta: { text: 'Find your table', url: 'https://harbour.example/fig' },
  },
} as const;

export const ACCOUNT = {
  id: 'facebook',
  channel: 'facebook',
  name: 'Harbour Tea',
  mode: 'preview',
  locales: ['en-GB'],
  zone: 'Europe/Athens',
  slots: ['09:00'],
} as const;

/** JSON as the tests read it: some of it has a known shape. */
export interface Body extends Readonly<Record<string, unknown>> {
  readonly items?: readonly { readonly id: string; readonly variant: string }[];
  readonly details?: { readonly id?: string; readonly verb?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** Empty when the answer is no JSON. */
  readonly body: Body;
}

export interface Asking {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly test: TestWorld;
  readonly app: ReturnType<typeof createApp>;
  readonly troubles: Trouble[];
  readonly token: Readonly<Record<Role, string>>;
  /** Paths that do not start with `!` are the workspace's own. */
  readonly ask: (method: string, path: string, asking?: Asking) => Promise<Reply>;
  readonly close: () => Promise<void>;
}

const jsonOf = (text: string): Body => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

export const openStage = async (): Promise<Stage> => {
  const test = await makeWorld();
  const troubles: Trouble[] = [];
  const app = createApp(test.world, { log: (trouble) => troubles.push(trouble) });
  const token: Record<Role, string> = { viewer: '', reviewer: '', manager: '', brand: '', admin: '' };
  for (const role of ROLES) token[role] = (await test.asMember(role)).token;
  const ask: Stage['ask'] = async (method, path, { token: bearer, body, headers } = {}) => {
    const typed = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await app.request(
      path.startsWith('!') ? path.slice(1) : `/workspaces/${test.workspace}${path}`,
      {
        method,
        headers: { ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }), ...typed, ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
    );
    const answer = jsonOf(await response.text());
    const { pathname } = new URL(
      path.startsWith('!') ? path.slice(1) : `/workspaces/${test.workspace}${path}`,
      'http://x',
    );
    await refuseUndocumented(app, { method, path: pathname, status: response.status }, answer);
    return { status: response.status, headers: response.headers, body: answer };
  };
  return { test, app, troubles, token, ask, close: test.close };
};

const refuseUndocumented = async (
  app: Stage['app'],
  at: Omit<Refusal, 'code'>,
  { code }: Body,
): Promise<void> => {
  if (at.status < 400 || typeof code !== 'string') return;
  const trouble = undocumented(await documentOf(app), { ...at, code });
  if (trouble !== undefined) throw new Error(trouble);
};

/** A campaign with its variants, as the manager makes it: the id of the facebook one and what it says. */
export const makeVariant = async ({ ask, token }: Stage): Promise<{ campaign: string; variant: string }> => {
  const created = await ask('POST', '/campaigns', { token: token.manager, body: CAMPAIGN });
  const campaign = String(created.body['id']);
  const adapted = await ask('POST', `/campaigns/${campaign}/adapt`, {
    token: token.manager,
    body: { channels: ['facebook'] },
  });
  return { campaign, variant: adapted.body.items?.[0]?.variant ?? '' };
};

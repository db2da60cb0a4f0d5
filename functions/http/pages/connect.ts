/** Where a provider sends the browser back to: a button finishes the sign-in as the member who began it. */
import type { Context } from 'hono';
import { Refused } from '../../core/errors.ts';
import { asId, type AccountId } from '../../core/ids.ts';
import { choosePlace, finishSignIn } from '../../use-cases/account/finish-sign-in.ts';
import type { SignInFinished } from '../../use-cases/account/finish-sign-in.ts';
import { claimOf, signInOver } from '../../use-cases/account/pending-sign-in.ts';
import type { Session } from '../../use-cases/use-case.ts';
import { openWorkspace } from '../../use-cases/workspace/open-workspace.ts';
import { pageVisitor } from '../auth.ts';
import type { World } from '../env.ts';
import { html, page, type Html, type PageStatus } from '../html.ts';

/** What RFC 6749 lets a provider say, in our words; a provider's own are not shown on our page. */
const SAYS: Readonly<Record<string, string>> = {
  access_denied: 'You, or the provider, did not allow it.',
  user_cancelled_login: 'You did not sign in there.',
  user_cancelled_authorize: 'You did not allow it there.',
  invalid_scope: 'The app that this home is registered with may not ask for what posting needs.',
  unauthorized_scope_error: 'The app that this home is registered with may not ask for what posting needs.',
  unauthorized_client: 'The provider does not let this home’s app sign anybody in.',
  server_error: 'The provider had trouble of its own.',
  temporarily_unavailable: 'The provider is too busy just now.',
};

export interface CameBack {
  readonly state?: string;
  readonly code?: string;
  readonly error?: string;
}

const told = (
  c: Context,
  status: PageStatus,
  says: string,
  code: string,
  more: Html | string = '',
): Promise<Response> =>
  page(c, {
    title: 'Not connected',
    status,
    main: html`<h1>Nothing was connected</h1>
      <p class="refusal" role="alert">${says} <code>${code}</code></p>
      ${more}
      <p>To try again, begin signing in from the account.</p>`,
  });

const goOn = (via: string, { state = '', code = '' }: CameBack): Html =>
  html`<form method="post" action="/connect/${via}">
    <input type="hidden" name="state" value="${state}" />
    <input type="hidden" name="code" value="${code}" />
    <button>Finish connecting</button>
  </form>`;

/** Looking uses nothing up: another site that sends its visitor here achieves nothing by it. */
export const connectPage = (c: Context, via: string, came: CameBack): Promise<Response> => {
  const { state, code, error } = came;
  if (error !== undefined)
    return told(
      c,
      409,
      SAYS[error] ?? 'The provider did not let you in.',
      error.replace(/[^\w.-]/gu, '').slice(0, 60),
    );
  if (state === undefined || code === undefined || !claimOf(state))
    return told(c, 409, signInOver().message, 'sign-in-over');
  return page(c, {
    title: 'Finish connecting',
    main: html`<h1>Finish connecting</h1>
      <p>You signed in at the provider. Cantus connects the account when you press the button.</p>
      ${goOn(via, came)}`,
  });
};

const connected = (c: Context, name: string): Promise<Response> =>
  page(c, {
    title: 'Connected',
    main: html`<h1>${name} is connected</h1>
      <p>You can close this page.</p>`,
  });

interface Where {
  readonly workspace: string;
  readonly account: string;
}

const choice = (
  c: Context,
  via: string,
  { workspace, account }: Where,
  came: Extract<SignInFinished, { is: 'choose' }>,
) =>
  page(c, {
    title: 'Choose',
    main: html`<h1>Where does this account post?</h1>
      <form method="post" action="/connect/${via}/choose">
        <input type="hidden" name="workspace" value="${workspace}" />
        <input type="hidden" name="account" value="${account}" />
        <input type="hidden" name="signIn" value="${came.signIn}" />
        <fieldset>
          <legend>You may post as</legend>
          ${came.places.map(
            ({ id, name }) =>
              html`<p>
                <label><input type="radio" name="place" value="${id}" required /> <bdi>${name}</bdi></label>
              </p>`,
          )}
        </fieldset>
        <button>Connect</button>
      </form>`,
  });

/** What a page says itself; anything else is a problem document. */
const SHOWN: Readonly<Partial<Record<Refused['code'], PageStatus>>> = {
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'sign-in-over': 409,
  'refused-by-provider': 409,
  'not-available-yet': 409,
  'not-in-this-state': 409,
};

/** Runs it as the member whose browser this is. A stranger to the workspace learns nothing of it. */
const asMember = async (
  world: World,
  c: Context,
  workspace: string,
  run: (session: Session) => Promise<Response>,
  form: Html | string = '',
): Promise<Response> => {
  const who = await pageVisitor(world, c);
  if (!who)
    return told(
      c,
      401,
      'Nobody is signed in to Cantus here: sign in as whoever began this, in another tab, and press the button again.',
      'not-signed-in',
      html`<p><a href="/sign-in" target="_blank" rel="noopener">Sign in to Cantus</a></p>
        ${form}`,
    );
  try {
    const session = await openWorkspace(world, who, workspace).catch((error: unknown) => {
      throw error instanceof Refused && error.code === 'not-found' ? signInOver() : error;
    });
    return await run(session);
  } catch (error) {
    const status = error instanceof Refused ? SHOWN[error.code] : undefined;
    if (status === undefined || !(error instanceof Refused)) throw error;
    return told(c, status, error.message, error.code);
  }
};

export const finishAction = (world: World, c: Context, via: string, came: CameBack): Promise<Response> => {
  const { state = '', code = '' } = came;
  const claim = claimOf(state);
  if (!claim) return told(c, 409, signInOver().message, 'sign-in-over');
  const { workspace, account: id } = claim;
  return asMember(
    world,
    c,
    workspace,
    async (session) => {
      const finished = await finishSignIn(world, session, { id, via, state, code });
      return finished.is === 'connected'
        ? connected(c, finished.account.value.name)
        : choice(c, via, { workspace, account: id }, finished);
    },
    goOn(via, came),
  );
};

export interface Chosen extends Where {
  readonly signIn: string;
  readonly place: string;
}

export const chooseAction = (
  world: World,
  c: Context,
  { workspace, account, signIn, place }: Chosen,
): Promise<Response> =>
  asMember(world, c, workspace, async (session) => {
    const input = { id: asId<AccountId>(account), signIn, place };
    return connected(c, (await choosePlace(world, session, input)).value.name);
  });

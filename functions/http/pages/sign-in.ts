/** Signing in by page: a one-time link is used by its button, so that a mail scanner's look does not use it up. */
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import * as z from 'zod';
import { Refused } from '../../core/errors.ts';
import { COOKIE } from '../auth.ts';
import type { AppOptions, World } from '../env.ts';
import { html, page, type Html } from '../html.ts';
import { PROBLEM_STATUS } from '../problem.ts';
import { linkBody, signInBody } from '../schemas/people.ts';

const linkForm = (code: string): Html =>
  html`<form method="post" action="/sign-in">
    <input type="hidden" name="code" value="${code}" />
    <label>
      Set a password of at least 12 characters, to sign in again later (optional)
      <input type="password" name="password" minlength="12" autocomplete="new-password" />
    </label>
    <button>Sign in</button>
  </form>`;

const passwordForm = html`<form method="post" action="/sign-in">
  <label>E-mail <input type="email" name="email" required autocomplete="username" /></label>
  <label>Password <input type="password" name="password" required autocomplete="current-password" /></label>
  <button>Sign in</button>
</form>`;

const form = (code: string | undefined, refusal?: string): Html =>
  html`<h1>Sign in</h1>
    ${refusal === undefined ? '' : html`<p class="refusal" role="alert">${refusal}</p>`}
    ${code === undefined ? passwordForm : linkForm(code)}`;

export const signInPage = (c: Context): Promise<Response> =>
  page(c, { title: 'Sign in', main: form(c.req.query('code')) });

const tokenOf = async (world: World, fields: Readonly<Record<string, unknown>>) => {
  const password = fields['password'] === '' ? {} : { password: fields['password'] };
  if (fields['code'] === undefined) {
    const { email, password: secret } = signInBody.parse({ email: fields['email'], ...password });
    return world.identity.signIn(email, secret);
  }
  const link = linkBody.parse({ code: fields['code'], ...password });
  return world.identity.redeem(link.code, link.password);
};

const welcome = (token: string, expiresAt: string): Html =>
  html`<h1>You are signed in</h1>
    <p><a href="/preview">See the preview feed</a>, or use the API with this token until ${expiresAt}:</p>
    <pre>Authorization: Bearer ${token}</pre>`;

const statusOf = (error: unknown): 401 | 422 | 429 | 503 | 507 => {
  if (!(error instanceof Refused)) return 422;
  const status = PROBLEM_STATUS[error.code];
  return status === 429 || status === 503 || status === 507 ? status : 401;
};

const saidOf = (error: unknown): string | undefined => {
  if (error instanceof Refused) return error.message;
  return error instanceof z.ZodError ? error.issues.map((issue) => issue.message).join('; ') : undefined;
};

export const signInAction =
  (world: World, { secureCookies = false }: AppOptions) =>
  async (c: Context): Promise<Response> => {
    const fields = await c.req.parseBody();
    try {
      const { token, expiresAt } = await tokenOf(world, fields);
      setCookie(c, COOKIE, token, {
        httpOnly: true,
        sameSite: 'Strict',
        secure: secureCookies,
        path: '/',
        expires: new Date(expiresAt),
      });
      return await page(c, { title: 'Signed in', main: welcome(token, expiresAt) });
    } catch (error) {
      const refusal = saidOf(error);
      if (refusal === undefined) throw error;
      const code = typeof fields['code'] === 'string' ? fields['code'] : undefined;
      return page(c, { title: 'Sign in', main: form(code, refusal), status: statusOf(error) });
    }
  };

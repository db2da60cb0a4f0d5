/** Leaving an audience by the link in a message: looking changes nothing, the button or the mail program's one click does. */
import type { Context } from 'hono';
import { unsubscribe } from '../../use-cases/audience/unsubscribe.ts';
import type { World } from '../env.ts';
import { html, page } from '../html.ts';

/** A mail scanner follows every link, so only a POST counts. */
export const unsubscribePage = (c: Context): Promise<Response> =>
  page(c, {
    title: 'Unsubscribe',
    main: html`<h1>Unsubscribe</h1>
      <form method="post">
        <button>Write to me no more</button>
      </form>`,
  });

/** One click by RFC 8058: no sign-in, no question, and the same answer to a second click. */
export const unsubscribeAction =
  (world: World) =>
  async (c: Context): Promise<Response> => {
    await unsubscribe(world, c.req.param('token') ?? '');
    return page(c, { title: 'Unsubscribed', main: html`<h1>You will not be written to any more.</h1>` });
  };

/** Pages of text that we did not write: everything is escaped, nothing runs. */
import { html, raw } from 'hono/html';
import type { Context } from 'hono';
import { PAGE_CSS } from './pages/page-css.ts';

export type Html = ReturnType<typeof html>;

/** No scripts, no frames, nothing from elsewhere; forms only go back to us. */
const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export type PageStatus = 200 | 401 | 403 | 404 | 409 | 422 | 429 | 503 | 507;

export const page = async (
  c: Context,
  { title, main, status = 200 }: { title: string; main: Html; status?: PageStatus },
): Promise<Response> => {
  c.header('content-security-policy', CSP);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
  c.header('cache-control', 'no-store');
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · Cantus</title>
          <link rel="stylesheet" href="/page.css" />
        </head>
        <body>
          <header>
            <a class="brand" href="/">Cantus</a>
            <nav><a href="/preview">Preview feed</a> <a href="/docs">API</a></nav>
          </header>
          <main>${main}</main>
        </body>
      </html>`,
    status,
  );
};

export const stylesheet = (c: Context): Response => {
  c.header('content-type', 'text/css; charset=utf-8');
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'public, max-age=3600');
  return c.body(PAGE_CSS);
};

export { html, raw };

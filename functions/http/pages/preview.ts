/** The preview feed as a page: what the preview accounts have published, in every workspace of the signed-in member. */
import type { Context } from 'hono';
import { wallOf } from '../../core/zone.ts';
import { getFeed } from '../../use-cases/publishing/get-feed.ts';
import { listAccounts } from '../../use-cases/workspace/accounts.ts';
import { listWorkspaces, openWorkspace } from '../../use-cases/workspace/open-workspace.ts';
import { pageVisitor } from '../auth.ts';
import type { SignedIn, World } from '../env.ts';
import { html, page, type Html } from '../html.ts';

const MOST = 100;
type Post = Awaited<ReturnType<typeof getFeed>>[number];
type Accounts = readonly Readonly<Record<'channel' | 'name' | 'zone', string>>[];

const part = (locale: string, many: boolean, { field, text }: Post['payload']['parts'][number]): Html =>
  html`${many ? html`<p class="field">${field}</p>` : ''}
    <p class="text" dir="auto" lang="${locale}">${text}</p>`;

const media = ({ media: files, locale }: Post['payload']): Html | '' =>
  files.length === 0
    ? ''
    : html`<ul class="media">
        ${files.map(
          ({ file, alt }) =>
            html`<li>
              ${file}${alt === undefined ? '' : html`: <span dir="auto" lang="${locale}">${alt}</span>`}
            </li>`,
        )}
      </ul>`;

/** Unless the text has it already. Only what opens as a page is made a link of. */
const link = ({ link: target, parts }: Post['payload']): Html | '' => {
  if (target === undefined || parts.some(({ text }) => text.includes(target))) return '';
  return /^https?:\/\//u.test(target)
    ? html`<p class="text"><a href="${target}" rel="noreferrer">${target}</a></p>`
    : html`<p class="text">${target}</p>`;
};

/** The wall time where the account lives, with its zone. */
const time = (at: string, zone: string): Html =>
  html`<time datetime="${at}">${wallOf(at, zone).replace('T', ' ')} <small>${zone}</small></time>`;

const WAS = { amend: 'AMENDED', retract: 'RETRACTED' } as const;

/** What became of it, or of which post it says what became. */
const badge = ({ correction, corrected }: Post): Html | '' => {
  if (corrected) return html`<span class="badge">${WAS[corrected.is]}</span> `;
  if (!correction) return '';
  const text = correction.is === 'amend' ? 'amends' : 'retracts';
  return html`<a href="#${correction.post}">${text} an earlier post</a> `;
};

const post = (one: Post, accounts: Accounts): Html => {
  const { id, channel, account, at, payload } = one;
  const zone = accounts.find((each) => each.channel === channel && each.name === account)?.zone ?? 'Etc/UTC';
  return html`<article class="card" id="${id}">
    <header>
      <span class="badge">PREVIEW</span> ${badge(one)}<span class="channel">${channel}</span>
      <bdi>${account}</bdi> <span>${payload.locale}</span> ${time(at, zone)}
    </header>
    ${payload.parts.map((each) => part(payload.locale, payload.parts.length > 1, each))} ${link(payload)}
    ${media(payload)}
  </article>`;
};

const feedOf = async (world: World, who: SignedIn, workspace: string): Promise<Html> => {
  const session = await openWorkspace(world, who, workspace);
  const [posts, accounts] = await Promise.all([
    getFeed(world, session, { limit: MOST }),
    listAccounts(world, session, undefined),
  ]);
  const known = accounts.map(({ value }) => value);
  return html`<section>
    <h2>${workspace}</h2>
    ${
      posts.length === 0
        ? html`<p class="soft">Nothing published yet. What is scheduled appears here when its time comes.</p>`
        : posts.map((each) => post(each, known))
    }
  </section>`;
};

export const previewPage =
  (world: World) =>
  async (c: Context): Promise<Response> => {
    const who = await pageVisitor(world, c);
    if (!who) return c.redirect('/sign-in', 303);
    const memberships = await listWorkspaces(world, who);
    const feeds = await Promise.all(memberships.map(({ workspace }) => feedOf(world, who, workspace)));
    return page(c, {
      title: 'Preview feed',
      main: html`<h1>Preview feed</h1>
        <p class="soft">
          What accounts in preview mode have published, the newest first. Signed in as ${who.email}.
        </p>
        ${feeds.length === 0 ? html`<p>You are not a member of any workspace yet.</p>` : feeds}`,
    });
  };

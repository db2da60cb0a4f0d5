/** The providers, a process of their own: a webhook, a Mastodon instance and a mail server, whose ledgers stand at `/ledger`. */
import { mailServer } from '../support/stand-in/mail-server.ts';
import { MASTODON_TOKEN, mastodonRoutes, type Status } from '../support/stand-in/mastodon.ts';
import { standIn, type LedgerPost, type Request } from '../support/stand-in/stand-in.ts';
import { WEBHOOK_SECRET, webhookRoutes } from '../support/stand-in/webhook.ts';
import type { LedgerLine } from './tally.ts';

/** By data folder: what another folder posted in the same words is no post of this one's. */
const accounts = new Map<string, Status[]>();
const statusesOf = ({ headers }: Request): Status[] => {
  const folder = String(headers['x-folder']);
  const statuses = accounts.get(folder) ?? [];
  accounts.set(folder, statuses);
  return statuses;
};
const hooks: LedgerPost[] = [];
const mail = await mailServer();

const ledger = (): readonly LedgerLine[] => [
  ...hooks.map(({ id, at }) => ({ channel: 'webhook', id, at }) as const),
  ...[...accounts.values()].flat().map(({ key }) => ({ channel: 'mastodon', id: key }) as const),
  ...mail.delivered().map(({ id }) => ({ channel: 'email', id: id.replace(/^<(.*)@.*$/u, '$1') }) as const),
];
const credentials = (url: string) => ({
  webhook: { url: `${url}/hook`, secret: WEBHOOK_SECRET },
  mastodon: { server: url, token: MASTODON_TOKEN },
  email: mail.credentials,
});

const provider = await standIn([
  ...webhookRoutes(hooks),
  // The server that is killed is ahead of the real time, and its provider with it.
  ...mastodonRoutes(statusesOf, ({ headers }) => Date.parse(headers.date ?? '')),
  { method: 'GET', path: /^\/ledger$/u, answer: () => ({ status: 200, body: ledger() }) },
  {
    method: 'GET',
    path: /^\/credentials$/u,
    answer: ({ headers }) => ({ status: 200, body: credentials(`http://${headers.host ?? ''}`) }),
  },
]);
process.stdin.resume().once('end', () => process.exit());
console.log(`provider at ${provider.url} `);

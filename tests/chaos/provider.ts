/** The providers, a process of their own: a webhook, a Mastodon instance and a mail server, whose ledgers stand at `/ledger`. */
import { mailServer } from '../support/stand-in/mail-server.ts';
import { MASTODON_TOKEN, mastodonRoutes, type Status } from '../support/stand-in/mastodon.ts';
import { standIn, type LedgerPost } from '../support/stand-in/stand-in.ts';
import { WEBHOOK_SECRET, webhookRoutes } from '../support/stand-in/webhook.ts';
import type { LedgerLine } from './tally.ts';

const statuses: Status[] = [];
const hooks: LedgerPost[] = [];
const mail = await mailServer();

const ledger = (): readonly LedgerLine[] => [
  ...hooks.map(({ id }) => ({ channel: 'webhook', id }) as const),
  ...statuses.map(({ key }) => ({ channel: 'mastodon', id: key }) as const),
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
  ...mastodonRoutes(statuses, ({ headers }) => Date.parse(headers.date ?? '')),
  { method: 'GET', path: /^\/ledger$/u, answer: () => ({ status: 200, body: ledger() }) },
  {
    method: 'GET',
    path: /^\/credentials$/u,
    answer: ({ headers }) => ({ status: 200, body: credentials(`http://${headers.host ?? ''}`) }),
  },
]);
process.stdin.resume().once('end', () => process.exit());
console.log(`provider at ${provider.url} `);

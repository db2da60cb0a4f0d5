/** The installation's own mail over a server that stands in. */
import type { OwnMail } from '../../functions/adapters/notifier.ts';
import type { MailServerStandIn } from './stand-in/mail-server.ts';

export const ownMailOf = ({ credentials }: MailServerStandIn): OwnMail => ({
  from: credentials['from'] ?? '',
  server: {
    by: 'smtp',
    host: credentials['host'] ?? '',
    port: Number(credentials['port']),
    secure: false,
    user: credentials['user'] ?? '',
    password: credentials['password'] ?? '',
  },
});

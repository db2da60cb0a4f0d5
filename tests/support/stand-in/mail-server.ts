/** A real SMTP server on loopback with a ledger of its own, which can refuse, tire, and lose answers. */
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { PeopleFault, PeopleProvider } from '../../contract/connector/people.ts';

export interface Delivered {
  readonly to: string;
  readonly text: string;
  readonly id: string;
}

const USER = 'letters';
const PASSWORD = 'a password of harbour tea';

const refusal = (code: number, says: string): Error => Object.assign(new Error(says), { responseCode: code });

const headerOf = (text: string, name: string): string =>
  new RegExp(String.raw`^${name}: (.*)$`, 'imu').exec(text)?.[1]?.trim() ?? '';

export interface MailServerStandIn extends PeopleProvider {
  readonly delivered: () => readonly Delivered[];
  /** What it answers to RCPT, by address; whoever is not in it is taken. */
  readonly mailboxes: Map<string, readonly [code: number, says: string]>;
  /** How often it was asked for an address. */
  readonly asked: (address: string) => number;
}

/** Takes letters for anybody but `nobody@…`, whom it does not know. */
export const mailServer = async (): Promise<MailServerStandIn> => {
  const ledger: Delivered[] = [];
  const faults: PeopleFault[] = [];
  const sockets = new Set<Socket>();
  const mailboxes: MailServerStandIn['mailboxes'] = new Map();
  const asked: string[] = [];
  const keep = ({ envelope }: SMTPServerSession, text: string): void => {
    for (const { address } of envelope.rcptTo)
      ledger.push({ to: address, text, id: headerOf(text, 'Message-ID') });
  };
  const server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      const isOurs = username === USER && password === PASSWORD && faults[0] !== 'unauthorised';
      if (faults[0] === 'unauthorised') faults.shift();
      if (isOurs) done(null, { user: username });
      else done(refusal(535, 'Authentication failed'));
    },
    onRcptTo: ({ address }, _session, done) => {
      asked.push(address);
      const answer = mailboxes.get(address);
      if (answer) done(refusal(...answer));
      else if (address.startsWith('nobody@')) done(refusal(550, `5.1.1 <${address}>: unknown`));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const fault = faults.shift();
        if (fault === 'refused') return done(refusal(554, '5.7.1 Not acceptable'));
        if (fault === 'busy') return done(refusal(451, '4.7.1 Try later'));
        if (fault !== 'lost-before') keep(session, Buffer.concat(chunks).toString('utf8'));
        if (fault === undefined) return done(null);
        for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const credentials = { by: 'smtp', from: 'Harbour Tea <letters@tea.example>', host: '127.0.0.1', port };
  let open = true;
  return {
    delivered: () => ledger,
    mailboxes,
    asked: (of) => asked.filter((one) => one === of).length,
    fault: (fault) => void faults.push(fault),
    credentials: { ...credentials, user: USER, password: PASSWORD },
    wrong: { ...credentials, user: USER, password: 'another password' },
    baseUrl: '',
    close: () =>
      new Promise((resolve) => {
        if (!open) return resolve();
        open = false;
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

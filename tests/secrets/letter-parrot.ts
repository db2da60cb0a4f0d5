/** A mail server on loopback that lets everybody in, until it is told to repeat the password in what it refuses. */
import { SMTPServer } from 'smtp-server';
import { repeatedAs } from './traces.ts';
import type { Mood } from './parrot.ts';

export interface LetterParrot {
  readonly port: number;
  readonly feels: (mood: Mood) => void;
  readonly refusals: () => number;
  readonly close: () => Promise<void>;
}

const refusal = (code: number, says: string): Error => Object.assign(new Error(says), { responseCode: code });

export const letterParrot = async (): Promise<LetterParrot> => {
  let mood: Mood = 'takes';
  let refusals = 0;
  const words = new Map<string, string>();
  const repeated = (code: number, session: string): Error => {
    const forms = repeatedAs(words.get(session) ?? '');
    const turned = refusals++ % forms.length;
    return refusal(code, `5.7.1 Not with ${[...forms.slice(turned), ...forms.slice(0, turned)].join(' ')}`);
  };
  const server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth: ({ username = '', password = '' }, { id }, done) => {
      words.set(id, password ?? '');
      if (mood === 401) done(repeated(535, id));
      else done(null, { user: username });
    },
    onData: (stream, { id }, done) => {
      stream.resume();
      stream.on('end', () => done(mood === 'takes' ? null : repeated(554, id)));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    feels: (next) => {
      mood = next;
    },
    refusals: () => refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

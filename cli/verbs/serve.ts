/** `cantus serve`: the whole of Cantus on this machine, until it is stopped. */
import { resolve } from 'node:path';
import { Option } from 'commander';
import { Refused } from '../../functions/core/errors.ts';
import { examples } from '../options.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly example?: boolean | 'when-new';
}

const HELP = `
CANTUS_PORT, CANTUS_HOST and CANTUS_DATA stand in for the options. Stops on Ctrl+C, after what it is doing.
${examples(['cantus serve', 'cantus serve --port 8080 --data ~/cantus', 'cantus serve --example'])}`;

function readPort(word: string, from: string): number {
  const port = Number(word);
  if (/^\d+$/u.test(word) && port <= 65_535) return port;
  throw new Refused('invalid-input', `${from}: "${word}" is not a port: expected a number from 0 to 65535`);
}

export const serve: Verb = (command, terminal, end) => {
  const { env } = terminal;
  command
    .addOption(
      new Option('--port <port>', 'where it listens; 0 takes a free one')
        .argParser((word) => readPort(word, '--port'))
        .default(readPort(env['CANTUS_PORT'] ?? '4000', 'CANTUS_PORT')),
    )
    .option('--host <host>', 'the address it listens on', env['CANTUS_HOST'] ?? '127.0.0.1')
    .option('--data <folder>', 'the data folder, made when it is new', env['CANTUS_DATA'] ?? '.cantus')
    .addOption(
      new Option(
        '--example [when]',
        'load the example workspace; "when-new": only into a new data folder',
      ).choices(['when-new']),
    )
    .addHelpText('after', HELP)
    .action(async ({ port, host, data, example = false }: Options) => {
      // The server is the heaviest part by far, and a typing error should be told at once.
      const { startLocal } = await import('../../functions/local.ts');
      const local = await startLocal({
        port,
        host,
        data: resolve(terminal.folder, data),
        example,
        say: terminal.say,
      });
      await terminal.stopped();
      terminal.say('Stopping.');
      await local.close();
      end(0);
    });
};

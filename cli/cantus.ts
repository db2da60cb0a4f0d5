/** Parses the command line, runs one verb, and turns every outcome into an exit status: the only place that catches. */
import { Command, CommanderError } from 'commander';
import { Refused } from '../functions/core/errors.ts';
import type { RefusalCode } from '../functions/core/errors.ts';
import { examples } from './options.ts';
import { version } from './package-version.ts';
import { verbs } from './registry.ts';
import type { ExitStatus, Terminal } from './terminal.ts';

/** Refusals that are about the input rather than about what the rules allow. */
const BAD_INPUT: readonly RefusalCode[] = [
  'invalid-input',
  'too-large',
  'not-found',
  'not-available-yet',
  'already-exists',
  'unknown-zone',
  'busy',
  'storage-full',
];

const EXAMPLES = [
  'cantus serve --example',
  'cantus adapt campaign.yaml --channel sms --guide guide.yaml',
  'cantus lint caption.txt --guide guide.yaml --channel instagram --fix',
];

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

function quiet(command: Command, terminal: Terminal): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'Show this help')
    .configureOutput({
      writeOut: terminal.print,
      writeErr: (text) => terminal.say(text.trimEnd()),
      outputError: (text) => terminal.say(`cantus: ${oneLine(text).replace(/^error: /u, '')}`),
    });
}

/** The word that names the verb: the first that is no option; `help lint` asks for lint's. */
function wanted(argv: readonly string[]): string | undefined {
  const words = argv.filter((word) => !word.startsWith('-'));
  return words[0] === 'help' ? words[1] : words[0];
}

async function program(
  argv: readonly string[],
  terminal: Terminal,
  end: (status: ExitStatus) => void,
): Promise<Command> {
  const root = quiet(new Command('cantus'), terminal)
    .description(
      'One campaign message, a voice on every channel: consistent, approved, published on time, once.',
    )
    .version(version, '-V, --version', 'Show the version')
    .addHelpText(
      'after',
      `${examples(EXAMPLES)}\n\nExit status: 0 nothing blocking; 1 blocking findings, or a refusal by the rules; 2 bad usage or bad input.`,
    );
  const name = wanted(argv);
  for (const [id, { says, load }] of Object.entries(verbs)) {
    const command = root.command(id).description(says);
    if (id === name) (await load())(command, terminal, end);
  }
  return root;
}

/** @returns the exit status of what was thrown, after saying it in one line. */
function explain(error: unknown, { say, env }: Terminal): ExitStatus {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refused) {
    say(`cantus: ${oneLine(error.message)}`);
    return BAD_INPUT.includes(error.code) ? 2 : 1;
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  say(`cantus: internal error: ${oneLine(bug.message)} (CANTUS_DEBUG=1 shows where)`);
  if (env['CANTUS_DEBUG']) say(bug.stack ?? '');
  return 2;
}

/** Runs one command line without the name of the program. Never throws. */
export async function cantus(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  try {
    const root = await program(argv, terminal, (ended) => {
      status = ended;
    });
    if (argv.length === 0) root.help({ error: true });
    await root.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    return explain(error, terminal);
  }
}

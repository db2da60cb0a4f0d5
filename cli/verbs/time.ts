/** `cantus time`: which instants a wall time stands for. */
import { resolveWall } from '../../functions/core/zone.ts';
import type { Resolved } from '../../functions/core/zone.ts';
import { examples, formatOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

const EXAMPLES = [
  'cantus time 2026-12-15T09:00 America/Vancouver',
  'cantus time 2027-03-28T03:30 Europe/Athens --format json',
];

function tell(terminal: Terminal, wall: string, zone: string, resolved: Resolved): void {
  if (resolved.status === 'skipped')
    terminal.say(
      `cantus: ${wall} does not exist in ${zone}, where clocks jump over it: take ${resolved.suggestions.join(' or ')}`,
    );
  else if (resolved.status === 'repeated')
    resolved.instants.forEach((instant, at) =>
      printLine(terminal, `${instant}  ${at === 0 ? 'earlier' : 'later'}`),
    );
  else printLine(terminal, resolved.instants[0]);
}

export const time: Verb = (command, terminal, end) => {
  command
    .argument('<wall>', 'a wall time, such as 2026-12-15T09:00')
    .argument('<zone>', 'an IANA zone, such as America/Vancouver')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `\nA wall time that clocks jump over is refused (exit status 1).\n${examples(EXAMPLES)}`,
    )
    .action((wall: string, zone: string, { format }: { format: Format }) => {
      const resolved = resolveWall(wall, zone);
      if (format === 'json') printJson(terminal, resolved);
      else tell(terminal, wall, zone, resolved);
      end(resolved.status === 'skipped' ? 1 : 0);
    });
};

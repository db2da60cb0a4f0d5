/** `cantus doctor`: whether this machine can run Cantus, and what is to be known about it. */
import { zoneDataVersion } from '../../functions/core/zone.ts';
import { buildCheck, dataCheck, nodeCheck, storeCheck, zoneCheck } from '../machine-checks.ts';
import type { MachineCheck } from '../machine-checks.ts';
import { examples, formatOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { version } from '../package-version.ts';
import type { Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

function tell(terminal: Terminal, checks: readonly MachineCheck[]): void {
  const { green, red } = terminal.paint;
  printLine(terminal, `cantus ${version}`);
  for (const { check, ok, says } of checks)
    printLine(terminal, `${ok ? green('ok  ') : red('BAD ')}  ${check.padEnd(7)}  ${says}`);
}

export const doctor: Verb = (command, terminal, end) => {
  command
    .option('--data <folder>', 'the data folder to look at', terminal.env['CANTUS_DATA'] ?? '.cantus')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `\nExit status 1 when something is bad.\n${examples(['cantus doctor', 'cantus doctor --format json'])}`,
    )
    .action(async ({ data, format }: { data: string; format: Format }) => {
      const checks = [
        nodeCheck(process.versions.node),
        zoneCheck(zoneDataVersion, process.versions.tz),
        await storeCheck(),
        await dataCheck(terminal.folder, data),
        await buildCheck(),
      ];
      if (format === 'json') printJson(terminal, { version, checks });
      else tell(terminal, checks);
      end(checks.every(({ ok }) => ok) ? 0 : 1);
    });
};

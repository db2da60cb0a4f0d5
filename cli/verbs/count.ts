/** `cantus count`: a text's length as a channel measures it. */
import type { Channel, Count } from '../../brand-guide/engine/channel.ts';
import { badLine, jsonLines, readSource, withoutFinalNewline } from '../input.ts';
import type { Source } from '../input.ts';
import { channelOption } from '../channel-option.ts';
import { examples, formatOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printJsonLine, printLine } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly channel: Channel;
  readonly lines?: boolean;
  readonly format: Format;
}

const HELP = `
One line end at the end of the input is not counted; with --lines every character of a string is.
${examples([
  'cantus count --channel sms offer.txt',
  "printf 'Java Mint is here' | cantus count --channel x - --format json",
  'cantus count --channel instagram captions.jsonl --lines',
])}`;

function countLines(terminal: Terminal, channel: Channel, source: Source): void {
  for (const { number, value } of jsonLines(source)) {
    if (typeof value !== 'string') throw badLine(source.name, number, 'is not a JSON string');
    printJsonLine(terminal, channel.count(value));
  }
}

function sentence({ length, limit, unit, fits }: Count): string {
  if (limit === null) return `${length} ${unit}, no limit`;
  return `${length} of ${limit} ${unit}: ${fits ? 'fits' : `too long by ${length - limit}`}`;
}

export const count: Verb = (command, terminal, end) => {
  command
    .argument('[file]', 'a text file, or - for standard input', '-')
    .addOption(channelOption('the channel whose counting holds').makeOptionMandatory())
    .option('--lines', 'each line of the input is a JSON string, each line of the output its count as JSON')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { channel, lines, format }: Options) => {
      const source = await readSource(terminal, file);
      const counted = channel.count(withoutFinalNewline(source.text));
      if (lines) countLines(terminal, channel, source);
      else if (format === 'json') printJson(terminal, counted);
      else printLine(terminal, sentence(counted));
      end(0);
    });
};

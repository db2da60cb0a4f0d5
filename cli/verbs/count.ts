/** `cantus count`: a text's length as a channel measures it. */
import { ownField } from '../../brand-guide/engine/channel-field.ts';
import type { Channel, Count } from '../../brand-guide/engine/channel.ts';
import { nearMiss } from '../../brand-guide/schema/near-miss.ts';
import { Refused } from '../../functions/core/errors.ts';
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
  readonly field?: string;
  readonly format: Format;
}

const HELP = `
One line end at the end of the input is not counted; with --lines every character of a string is.
${examples([
  'cantus count --channel sms offer.txt',
  "printf 'Java Mint is here' | cantus count --channel x - --format json",
  'cantus count --channel instagram captions.jsonl --lines',
  'cantus count --channel email --field subject subject.txt',
])}`;

/** @throws Refused `invalid-input` for a part that the channel does not have. */
function readField({ spec }: Channel, field: string | undefined): string | undefined {
  if (field === undefined || ownField(spec, field)) return field;
  const names = spec.fields.map(({ name }) => name);
  const near = nearMiss(field, names);
  const hint = near === undefined ? `it has ${names.join(', ')}` : `did you mean ${near}?`;
  throw new Refused('invalid-input', `${spec.id} has no part "${field}": ${hint}`);
}

function countLines(terminal: Terminal, channel: Channel, source: Source, field: string | undefined): void {
  for (const { number, value } of jsonLines(source)) {
    if (typeof value !== 'string') throw badLine(source.name, number, 'is not a JSON string');
    printJsonLine(terminal, channel.count(value, field));
  }
}

/** What does not fit into one segment is sent as several, where the channel does that. */
function sentence({ length, limit, unit, fits }: Count, pieces: number): string {
  if (limit === null) return `${length} ${unit}, no limit`;
  const sent = pieces > 1 ? `sent as ${pieces} segments, over one` : 'too long';
  return `${length} of ${limit} ${unit}: ${fits ? 'fits' : `${sent} by ${length - limit}`}`;
}

export const count: Verb = (command, terminal, end) => {
  command
    .argument('[file]', 'a text file, or - for standard input', '-')
    .addOption(channelOption('the channel whose counting holds').makeOptionMandatory())
    .option('--field <part>', 'a part of the post, such as subject or title (default: the main text)')
    .option('--lines', 'each line of the input is a JSON string, each line of the output its count as JSON')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { channel, lines, field: asked, format }: Options) => {
      const field = readField(channel, asked);
      const source = await readSource(terminal, file);
      const text = withoutFinalNewline(source.text);
      const counted = channel.count(text, field);
      if (lines) countLines(terminal, channel, source, field);
      else if (format === 'json') printJson(terminal, counted);
      else printLine(terminal, sentence(counted, channel.pieces?.(text) ?? 1));
      end(0);
    });
};

/** `cantus facts`: what a text states, as values. */
import * as z from 'zod';
import { findMentions } from '../../brand-guide/facts/find.ts';
import { hasWords } from '../../brand-guide/facts/lexicon.ts';
import { FACT_KINDS } from '../../brand-guide/facts/types.ts';
import type { Mention, ReadingContext } from '../../brand-guide/facts/types.ts';
import { factJson } from '../fact-json.ts';
import { badLine, jsonLines, readSource } from '../input.ts';
import type { Source } from '../input.ts';
import { examples, formatOption, labelsOption, localeOption, readLocale } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printJsonLine, printLine } from '../output.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { valueText } from '../value-text.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly locale: string;
  readonly lines?: boolean;
  readonly label: readonly string[];
  readonly format: Format;
}

const HELP = `
With --lines each line of the input is a JSON object {"id", "locale", "text"} and each line of the output {"id", "facts"}.
A line may also say what is known around its text: "codes", "names", "labels", and "window" {"from", "to"} as dates.
A quantity is a number that counts a known noun: give each as --label, or in a line's "labels"; no other number is told.
${FACT_KINDS.length} kinds: ${FACT_KINDS.join(', ')}.
${examples([
  "echo 'From €89.00 until 31 March 2027' | cantus facts - --locale en-GB",
  'cantus facts post.txt --locale el-GR --format json',
  "echo 'Try five frames at home' | cantus facts - --label frames",
  'cantus facts sentences.jsonl --lines',
])}`;

const dated = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'expected a date such as 2027-05-04');
const line = z.object({
  id: z.union([z.string(), z.number()]),
  locale: z.string().optional(),
  text: z.string(),
  codes: z.array(z.string()).optional(),
  names: z.array(z.string()).optional(),
  labels: z.array(z.string()).optional(),
  window: z.object({ from: dated, to: dated }).optional(),
});

function readLine(value: unknown, source: Source, number: number): z.infer<typeof line> {
  const read = line.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw badLine(
    source.name,
    number,
    `${issue?.path.join('.') || 'the object'}: ${issue?.message ?? 'is not valid'}`,
  );
}

function readLines(terminal: Terminal, source: Source, fallback: string, known: readonly string[]): void {
  const sayUnknown = sayer(terminal);
  for (const { number, value } of jsonLines(source)) {
    const { id, text, locale, codes, names, window, labels = known } = readLine(value, source, number);
    const spoken = locale === undefined ? fallback : readLocale(locale);
    sayUnknown(spoken);
    const context: ReadingContext = {
      locale: spoken,
      labels,
      currencies: [],
      ...(codes && { codes }),
      ...(names && { names }),
      ...(window && { window }),
    };
    printJsonLine(terminal, { id, facts: findMentions(text, context).map(factJson) });
  }
}

const READ_ANYWHERE = 'prices, links, codes, phone numbers, days and times in numbers';

/** Says once of each locale whose words are not known what is read all the same. */
function sayer({ say, paintTalk }: Terminal): (locale: string) => void {
  const said = new Set<string>();
  return (locale) => {
    if (hasWords(locale) || said.has(locale)) return;
    said.add(locale);
    say(paintTalk.dim(`The words of ${locale} are not known: read are ${READ_ANYWHERE}, without roles.`));
  };
}

function row({ kind, readings, role, qualifier, label, day, start, end, text }: Mention): string[] {
  const value = readings.length === 0 ? 'unresolved' : readings.map(valueText).join(' or ');
  return [
    kind,
    value,
    [qualifier, role, label, day && `day ${day}`].filter(Boolean).join(' '),
    `${start}–${end}`,
    JSON.stringify(text),
  ];
}

export const facts: Verb = (command, terminal, end) => {
  command
    .argument('<file>', 'a text file, or - for standard input')
    .addOption(localeOption('the language and region of the text').default('en'))
    .addOption(labelsOption())
    .option('--lines', 'read and write one JSON object a line')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { locale, lines, label, format }: Options) => {
      const source = await readSource(terminal, file);
      if (lines) readLines(terminal, source, locale, label);
      else {
        sayer(terminal)(locale);
        const mentions = findMentions(source.text, { locale, labels: label, currencies: [] });
        if (format === 'json') printJson(terminal, mentions.map(factJson));
        else if (mentions.length === 0) printLine(terminal, 'No facts found.');
        else printLine(terminal, table(mentions.map(row)));
      }
      end(0);
    });
};

/** `cantus guide check`: lists everything wrong with a guide, with its place. */
import { countExamples } from '../../../brand-guide/engine/guide-examples.ts';
import { loadGuideFile } from '../../default-guide.ts';
import { problemLine } from '../../document-problems.ts';
import { inflectionLine, inflectionLists } from '../../inflection-lists.ts';
import { shown } from '../../input.ts';
import { examples, formatOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson, printLine } from '../../output.ts';
import type { Verb } from '../../verb.ts';

interface Options {
  readonly inflections?: boolean;
  readonly format: Format;
}

const HELP = `
Each problem is one line, file:line:column: path: message; a guide with a problem is bad input (exit status 2).
With --inflections, the forms of every term whose inflections are \`auto\` are listed, to be read and written into the guide.
${examples([
  'cantus guide check guide.yaml',
  'cantus guide check guide.yaml --inflections',
  'cantus guide check guide.yaml --format json',
])}`;

export const check: Verb = (command, terminal, end) => {
  command
    .description('List everything wrong with a guide')
    .argument('<file>', 'a guide, YAML or JSON, or - for standard input')
    .option('--inflections', 'list the forms of terms whose inflections are auto, to confirm')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { inflections, format }: Options) => {
      const loaded = await loadGuideFile(terminal, file);
      const guide = loaded.ok ? loaded.guide : undefined;
      const problems = loaded.ok ? [] : loaded.problems;
      const skipped = loaded.leftOut;
      const lists = inflections && guide ? await inflectionLists(terminal, guide, file) : undefined;
      for (const one of skipped) terminal.say(`skipped: ${problemLine(file, one)}`);
      const many = guide ? countExamples(guide) : 0;
      if (format === 'json')
        printJson(terminal, {
          file,
          problems,
          skipped,
          examples: many,
          ...(lists && { inflections: lists }),
        });
      else {
        for (const problem of problems) printLine(terminal, problemLine(file, problem));
        for (const list of lists ?? []) printLine(terminal, inflectionLine(list));
        if (guide && problems.length === 0)
          printLine(terminal, `${shown(file)}: ${guide.meta.name.full}, no problems, ${many} examples.`);
      }
      end(problems.length > 0 ? 2 : 0);
    });
};

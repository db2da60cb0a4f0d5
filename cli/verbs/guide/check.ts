/** `cantus guide check`: lists everything wrong with a guide, with its place. */
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import { problemLine } from '../../document-problems.ts';
import { readSource } from '../../input.ts';
import { examples, formatOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson, printLine } from '../../output.ts';
import type { Verb } from '../../verb.ts';

const HELP = `
Each problem is one line, file:line:column: path: message; a guide with a problem is bad input (exit status 2).
${examples(['cantus guide check guide.yaml', 'cantus guide check guide.yaml --format json'])}`;

export const check: Verb = (command, terminal, end) => {
  command
    .description('List everything wrong with a guide')
    .argument('<file>', 'a guide, YAML or JSON, or - for standard input')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { format }: { format: Format }) => {
      const loaded = loadGuide((await readSource(terminal, file)).text);
      const problems = loaded.ok ? [] : loaded.problems;
      if (format === 'json') printJson(terminal, { file, problems });
      else for (const problem of problems) printLine(terminal, problemLine(file, problem));
      if (loaded.ok && format === 'text')
        printLine(terminal, `${file}: ${loaded.guide.meta.name.full}, no problems.`);
      end(loaded.ok ? 0 : 2);
    });
};

/** `cantus guide test`: runs the examples that a guide carries. */
import { countExamples } from '../../../brand-guide/engine/guide-examples.ts';
import { testGuide } from '../../../brand-guide/engine/guide-test.ts';
import type { GuideExampleFailure } from '../../../brand-guide/engine/guide-test.ts';
import { readGuide } from '../../default-guide.ts';
import { examples, formatOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson, printLine } from '../../output.ts';
import type { Verb } from '../../verb.ts';

const HELP = `
A guide whose own examples fail cannot be released (exit status 1).
${examples(['cantus guide test guide.yaml'])}`;

function failureLine({ section, id, locale, text, message }: GuideExampleFailure): string {
  return `${section}.${id} (${locale}): ${JSON.stringify(text)}: ${message}`;
}

export const test: Verb = (command, terminal, end) => {
  command
    .description("Run the guide's own examples")
    .argument('<file>', 'a guide, YAML or JSON, or - for standard input')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { format }: { format: Format }) => {
      const guide = await readGuide(terminal, file);
      const failures = testGuide(guide);
      const ran = countExamples(guide);
      if (format === 'json') printJson(terminal, { file, examples: ran, failures });
      else {
        for (const failure of failures) printLine(terminal, failureLine(failure));
        printLine(terminal, `${ran} examples, ${failures.length} failed.`);
      }
      end(failures.length > 0 ? 1 : 0);
    });
};

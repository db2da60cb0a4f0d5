/** `cantus guide check`: lists everything wrong with a guide, with its place. */
import { countExamples } from '../../../brand-guide/engine/guide-examples.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { parseDocument } from '../../../brand-guide/schema/document.ts';
import type { DocumentProblem } from '../../../brand-guide/schema/document.ts';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import { guideRulesOf } from '../../../brand-guide/vale/guide-rules.ts';
import { gatherBases } from '../../base-files.ts';
import { problemLine } from '../../document-problems.ts';
import { inflectionLine, inflectionLists } from '../../inflection-lists.ts';
import { readSource, shown } from '../../input.ts';
import { examples, formatOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson, printLine } from '../../output.ts';
import type { Terminal } from '../../terminal.ts';
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

/** Kinds of Vale that run programs or read grammar: they are skipped, and that is no mistake of the guide. */
const SKIPPED = ['sequence', 'script'];

function kindOf({ rules = {} }: Guide, id: string): unknown {
  const rule = rules[id];
  return typeof rule === 'object' && rule !== null && 'extends' in rule ? rule.extends : undefined;
}

interface Judged {
  readonly problems: readonly DocumentProblem[];
  /** Rules that are left out. */
  readonly skipped: readonly DocumentProblem[];
}

/** What is wrong with the guide's own Vale rules: kinds that there are not, patterns that do not compile. */
function judgeRules(guide: Guide, text: string): Judged {
  const { locate } = parseDocument(text);
  const told = guideRulesOf(guide, { locale: guide.meta.language ?? 'en' }).faults.map(
    ({ path, message }) => ({
      skipped: SKIPPED.includes(String(kindOf(guide, path))),
      problem: locate({ path: ['rules', path], key: true, message }),
    }),
  );
  const those = (skipped: boolean) =>
    told.filter((one) => one.skipped === skipped).map(({ problem }) => problem);
  return { problems: those(false), skipped: those(true) };
}

async function judge(terminal: Terminal, name: string): Promise<Judged & { readonly guide?: Guide }> {
  const { text } = await readSource(terminal, name);
  const loaded = loadGuide(text, { name, bases: await gatherBases(terminal, { name, source: text }) });
  if (!loaded.ok) return { problems: loaded.problems, skipped: [] };
  return { guide: loaded.guide, ...judgeRules(loaded.guide, text) };
}

export const check: Verb = (command, terminal, end) => {
  command
    .description('List everything wrong with a guide')
    .argument('<file>', 'a guide, YAML or JSON, or - for standard input')
    .option('--inflections', 'list the forms of terms whose inflections are auto, to confirm')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { inflections, format }: Options) => {
      const { guide, problems, skipped } = await judge(terminal, file);
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

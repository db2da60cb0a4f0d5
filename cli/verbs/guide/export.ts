/** `cantus guide export`: a guide for other tools. */
import { Option } from 'commander';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { exportVale, MADE } from '../../../brand-guide/export/vale.ts';
import { readGuide } from '../../default-guide.ts';
import { channelIdOption, examples, formatOption, localeOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson } from '../../output.ts';
import type { Verb } from '../../verb.ts';
import { writeExport } from '../../write-export.ts';

interface Options {
  readonly to: 'vale';
  readonly out?: string;
  readonly channel?: ChannelId;
  readonly locale?: string;
  readonly format: Format;
}

const HELP = `
Vale knows neither channels nor locales: the guide is exported as it holds in one place. What Vale cannot say is told on
standard error. With --out, run Vale as: vale --config DIR/.vale.ini FILE
${examples([
  'cantus guide export guide.yaml --to vale --out vale',
  'cantus guide export guide.yaml --to vale --locale el-GR --out vale-el',
  'cantus guide export guide.yaml --to vale --format json',
])}`;

export const exportVerb: Verb = (command, terminal, end) => {
  command
    .description('Write a guide as a Vale style, so that writers have its words in their editors')
    .argument('<file>', 'a guide, YAML or JSON, or - for standard input')
    .addOption(new Option('--to <tool>', 'the tool it is for').choices(['vale']).makeOptionMandatory())
    .option('--out <folder>', 'write the files here (default: print them)')
    .addOption(channelIdOption('the channel it is to hold for'))
    .addOption(localeOption("the locale it is to hold in (default: the guide's own language)"))
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { out, channel, locale, format }: Options) => {
      const guide = await readGuide(terminal, file);
      const place = { locale: locale ?? guide.meta.language ?? 'en', ...(channel && { channel }) };
      const { style, files, unsaid } = exportVale(guide, place);
      if (out !== undefined) await writeExport(terminal, out, files, MADE);
      for (const { path, message } of unsaid) terminal.say(`not in Vale: ${path}: ${message}`);
      if (format === 'json') printJson(terminal, { file, style, files: Object.fromEntries(files), unsaid });
      else if (out !== undefined) terminal.say(`${out}: ${files.size} files, style ${style}.`);
      else for (const [name, text] of files) terminal.print(`--- ${name}\n${text}`);
      end(0);
    });
};

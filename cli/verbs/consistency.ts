/** `cantus consistency`: whether every voice of a campaign states the same facts. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { Said } from '../../functions/adapt/consistency-of.ts';
import { consistencyReport } from '../consistency-report.ts';
import { consistencyText } from '../consistency-text.ts';
import { openGuide } from '../default-guide.ts';
import { openCampaign } from '../open-campaign.ts';
import { channelsOption, examples, formatOption, guideOption, localesOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import type { Verb } from '../verb.ts';
import { readVariants } from '../read-variants.ts';
import { compiling, voicesOf } from '../voices.ts';

interface Options {
  readonly channel?: readonly ChannelId[];
  readonly locale?: readonly string[];
  readonly variants?: string;
  readonly guide?: string;
  readonly format: Format;
}

const HELP = `
Free text (a .txt or .md file) may stand for a campaign: it needs --channel and --locale.
Without --variants the campaign is adapted and its own voices are compared. A file of variants is what
\`cantus adapt --format json\` prints, in JSON or YAML: a list of {step, channel, format, locale, parts, link}.
States: stated, carried (a link goes there), missing, conflict, unresolved, unchecked, not-required.
Exit status 1 when a finding blocks.
${examples([
  'cantus consistency campaign.yaml',
  'cantus consistency letter.txt --channel x --channel sms --locale en-IE',
  'cantus adapt campaign.yaml --format json > variants.json',
  'cantus consistency campaign.yaml --variants variants.json --format json',
])}`;

export const consistency: Verb = (command, terminal, end) => {
  command
    .argument('<campaign>', 'a campaign file, YAML or JSON, a text, or - for standard input')
    .option('--variants <file>', 'the texts to compare')
    .addOption(channelsOption())
    .addOption(localesOption())
    .addOption(guideOption())
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { variants: from, guide: named, format, ...selection }: Options) => {
      const { guide, announce } = await openGuide(terminal, named);
      const campaign = await openCampaign(terminal, file, selection, guide);
      const compile = compiling(guide);
      const variants: readonly Said[] =
        from === undefined
          ? voicesOf(terminal, campaign, selection, compile).map(({ place, adapted }) => ({
              place,
              content: adapted.content,
            }))
          : await readVariants(terminal, from, campaign);
      const report = consistencyReport(campaign, variants, compile);
      announce();
      if (format === 'json') printJson(terminal, report.document);
      else printLine(terminal, consistencyText(report.document, terminal.paint));
      end(report.blocks ? 1 : 0);
    });
};

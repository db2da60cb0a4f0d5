/** `cantus guide show`: the guide as it holds in one place. */
import { stringify } from 'yaml';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { resolveGuide } from '../../../brand-guide/schema/resolve.ts';
import { openGuide } from '../../default-guide.ts';
import { channelIdOption, examples, formatOption, localeOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson } from '../../output.ts';
import type { Verb } from '../../verb.ts';

interface Options {
  readonly channel?: ChannelId;
  readonly locale?: string;
  readonly format: Format;
}

export const show: Verb = (command, terminal, end) => {
  command
    .description('Print the guide with the overrides of one channel and locale laid over it')
    .argument('[file]', 'a guide, YAML or JSON, or - for standard input (default: guide.yaml in this folder)')
    .addOption(channelIdOption('the channel it is to hold for'))
    .addOption(localeOption("the locale it is to hold in (default: the guide's own language)"))
    .addOption(formatOption())
    .addHelpText('after', examples(['cantus guide show guide.yaml --channel instagram --locale el-GR']))
    .action(async (file: string | undefined, { channel, locale, format }: Options) => {
      const { guide, announce } = await openGuide(terminal, file);
      const place = { locale: locale ?? guide.meta.language ?? 'en', ...(channel && { channel }) };
      const resolved = resolveGuide(guide, place);
      announce();
      if (format === 'json') printJson(terminal, resolved);
      else terminal.print(stringify(resolved, { aliasDuplicateObjects: false }));
      end(0);
    });
};

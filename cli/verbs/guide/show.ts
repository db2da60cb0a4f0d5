/** `cantus guide show`: the guide as it holds in one place. */
import { stringify } from 'yaml';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { layersFor, resolveGuide } from '../../../brand-guide/schema/resolve.ts';
import { nearMiss } from '../../../brand-guide/schema/near-miss.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { openGuide } from '../../default-guide.ts';
import { shown } from '../../input.ts';
import { channelIdOption, examples, formatOption, localeOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson } from '../../output.ts';
import type { Verb } from '../../verb.ts';

interface Options {
  readonly channel?: ChannelId;
  readonly locale?: string;
  readonly account?: string;
  readonly format: Format;
}

const HELP = `
What is laid over what is told on standard error: the guides that it extends, then the overrides of the language, the
locale, the channel and the account, each over those before it.
${examples([
  'cantus guide show guide.yaml --channel instagram --locale el-GR',
  'cantus guide show --account northwind_gr --format json',
])}`;

/** An account that a guide says nothing of is no mistake, but one that is nearly another's name may be. */
function accountHint({ accounts = {} }: Guide, account: string | undefined): string | undefined {
  if (account === undefined || Object.hasOwn(accounts, account)) return undefined;
  const near = nearMiss(account, Object.keys(accounts));
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  return `The guide has no overrides for the account "${account}"${hint}`;
}

export const show: Verb = (command, terminal, end) => {
  command
    .description('Print the guide with the overrides of one channel and locale laid over it')
    .argument('[file]', 'a guide, YAML or JSON, or - for standard input (default: guide.yaml in this folder)')
    .addOption(channelIdOption('the channel it is to hold for'))
    .addOption(localeOption("the locale it is to hold in (default: the guide's own language)"))
    .option('--account <id>', 'the account it is to hold for')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string | undefined, { channel, locale, account, format }: Options) => {
      const { guide, from, announce } = await openGuide(terminal, file);
      const place = {
        locale: locale ?? guide.meta.language ?? 'en',
        ...(channel && { channel }),
        ...(account !== undefined && { account }),
      };
      const resolved = resolveGuide(guide, place);
      announce();
      const layers = [...from.map(shown), ...layersFor(guide, place).map(({ path }) => path.join('.'))];
      terminal.say(terminal.paintTalk.dim(`Layers: ${layers.join(' < ')}`));
      const hint = accountHint(guide, account);
      if (hint !== undefined) terminal.say(hint);
      if (format === 'json') printJson(terminal, resolved);
      else terminal.print(stringify(resolved, { aliasDuplicateObjects: false }));
      end(0);
    });
};

/** Options that several verbs share, read into the words of the domain. */
import { Option } from 'commander';
import { CHANNEL_IDS } from '../brand-guide/engine/channel.ts';
import type { ChannelId } from '../brand-guide/engine/channel.ts';
import { isSpoken, spokenIn } from '../brand-guide/schema/known-locale.ts';
import { nearMiss } from '../brand-guide/schema/near-miss.ts';
import { Refused } from '../functions/core/errors.ts';
import type { Terminal } from './terminal.ts';

export type Format = 'text' | 'json';

export const formatOption = (): Option =>
  new Option('--format <format>', 'json: one document on standard output and nothing else')
    .choices(['text', 'json'])
    .default('text');

/** @throws Refused `invalid-input`, with a near miss. */
export function readChannelId(word: string): ChannelId {
  const known = CHANNEL_IDS.find((id) => id === word);
  if (known) return known;
  const near = nearMiss(word, CHANNEL_IDS);
  const hint = near === undefined ? `expected one of ${CHANNEL_IDS.join(', ')}` : `did you mean ${near}?`;
  throw new Refused('invalid-input', `unknown channel "${word}": ${hint}`);
}

function localeHint(word: string): string {
  const dashed = word.replaceAll('_', '-');
  const meant = dashed === word ? spokenIn(word) : dashed;
  return meant === undefined ? 'expected a tag such as el-GR' : `did you mean ${meant}?`;
}

/** The tag in its canonical form. @throws Refused `invalid-input` for one of no language. */
export function readLocale(word: string): string {
  try {
    const [locale] = Intl.getCanonicalLocales(word);
    if (locale !== undefined && isSpoken(locale)) return locale;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Refused('invalid-input', `"${word}" is not a locale: ${localeHint(word)}`);
}

const gather =
  <T>(read: (word: string) => T) =>
  (word: string, before: readonly T[] | undefined): readonly T[] => [...(before ?? []), read(word)];

export const channelIdOption = (says: string): Option =>
  new Option('--channel <channel>', says).argParser(readChannelId);

export const channelsOption = (): Option =>
  new Option('--channel <channel>', 'only this channel; may be repeated').argParser(gather(readChannelId));

export const localeOption = (says: string): Option =>
  new Option('--locale <locale>', says).argParser(readLocale);

export const labelsOption = (): Option =>
  new Option('--label <noun>', 'a noun whose numbers are told as quantities; may be repeated')
    .argParser(gather((word) => word))
    .default([]);

export const localesOption = (): Option =>
  new Option('--locale <locale>', 'only this locale; may be repeated').argParser(gather(readLocale));

export const guideOption = (): Option =>
  new Option(
    '--guide <file>',
    'brand guide, YAML or JSON (default: guide.yaml in this folder, else a neutral guide without rules)',
  );

export const dataOption = ({ env }: Pick<Terminal, 'env'>): Option =>
  new Option('--data <folder>', 'the data folder, where no server answers for it').default(
    env['CANTUS_DATA'] ?? '.cantus',
  );

export const workspaceOption = (): Option =>
  new Option('--workspace <id>', 'the workspace, where you are a member of several');

/** Help text that shows a command at work. */
export const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;

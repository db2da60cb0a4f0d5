/** A coverage table in plain text: a row for each month and channel, and what is left out in words. */
import { JOURNEY_STAGES, VALUES } from './campaign.ts';
import type { Addressed, MonthCoverage } from './coverage.ts';

const COLUMNS = [...JOURNEY_STAGES, ...VALUES];

const cells = ({ planned, scheduled, published, stages, values }: Addressed): readonly string[] =>
  [
    planned + scheduled + published,
    ...JOURNEY_STAGES.map((one) => stages[one]),
    ...VALUES.map((one) => values[one]),
  ].map((count) => (count === 0 ? '–' : String(count)));

const rowsOf = ({ month, channels, ...whole }: MonthCoverage): readonly (readonly string[])[] => [
  [month, 'all', ...cells(whole)],
  ...channels.map((one) => ['', one.channel, ...cells(one)]),
];

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** One line for a month: what no entry of it addresses. */
export const gapsText = ({ month, gaps, channels, unsaid }: MonthCoverage): string => {
  const silent = channels.filter((one) => one.planned + one.scheduled + one.published === 0);
  const parts = [
    gaps.stages.length > 0 && `nothing for ${listed(gaps.stages)}`,
    gaps.values.length > 0 && `nothing that appeals to ${listed(gaps.values)}`,
    silent.length > 0 && `nothing on ${listed(silent.map(({ channel }) => channel))}`,
    unsaid > 0 && `${unsaid} of campaigns that say neither stage nor values`,
  ].filter((part) => part !== false);
  return `${month}: ${parts.length === 0 ? 'every stage and value, on every channel' : parts.join('; ')}`;
};

export const coverageText = (months: readonly MonthCoverage[]): string => {
  const rows = [['month', 'channel', 'entries', ...COLUMNS], ...months.flatMap(rowsOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...months.map(gapsText)].join('\n');
};

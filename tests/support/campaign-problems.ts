/** The problems of a campaign file, a line each: `line:column path: message`. */
import { readCampaign } from '../../functions/core/campaign-file.ts';

export const problemsOf = (source: string): readonly string[] => {
  const read = readCampaign(source);
  if (read.ok) return [];
  return read.problems.map(({ path, line, column, message }) => `${line}:${column} ${path}: ${message}`);
};

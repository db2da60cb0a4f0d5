/** What reporters print: findings by file. */
import type { Finding } from '../types.ts';

export interface FileReport {
  /** As the person named it; `-` is standard input. */
  readonly file: string;
  /** Over `source`. */
  readonly findings: readonly Finding[];
  /** The file's text, without a byte order mark: what columns are counted in. */
  readonly source: string;
}

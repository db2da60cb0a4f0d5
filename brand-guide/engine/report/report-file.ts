/** What reporters print: findings by file. */
import type { Finding } from '../types.ts';

export interface FileReport {
  readonly file: string;
  readonly findings: readonly Finding[];
}

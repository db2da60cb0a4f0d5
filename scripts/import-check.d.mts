/** Types of the import check, for its tests. */

export interface Zone {
  readonly path: string;
  readonly pathNot?: string;
}
export interface ImportTable {
  readonly zones: Readonly<Record<string, Zone>>;
  readonly rows: readonly {
    readonly zone: string;
    readonly may: readonly string[];
    readonly types?: readonly string[];
    readonly effects?: boolean;
  }[];
  readonly pure: readonly string[];
}

export const importProblems: (
  table: ImportTable,
  folders: readonly string[],
  baseDir?: string,
) => Promise<{ readonly imports: number; readonly problems: readonly string[] }>;

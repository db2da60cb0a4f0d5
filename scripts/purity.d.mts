/** Types of the purity check, for its tests. */

export const clockReads: (path: string, text: string) => readonly number[];

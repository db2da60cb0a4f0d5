/** A chunk that a page loads when asked for: gzipped bytes that no part of the core has. */
export interface LazyChunk {
  readonly name: string;
  readonly bytes: number;
}

/** Gzipped bytes of what a page loads at once, and of each chunk beside it. */
export interface PageSizes {
  readonly core: number;
  readonly files: number;
  readonly lazy: readonly LazyChunk[];
}

export function pageSizes(folder: string, entry?: string): PageSizes;

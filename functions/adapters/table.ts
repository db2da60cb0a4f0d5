/** The single table: its name, its keys and its indexes, the same in both homes. */
import { INDEXES } from '../core/keys.ts';
import type { Index } from '../core/keys.ts';

export const TABLE_NAME = 'cantus';

export const TABLE_KEYS = { partition: 'pk', sort: 'sk' } as const;

/** Epoch seconds after which a row is gone. */
export const TIME_TO_LIVE = 'expires';

export const STREAM_VIEW = 'NEW_AND_OLD_IMAGES';

export interface TableIndex {
  readonly name: Index;
  readonly partition: string;
  readonly sort: string;
}

/** An index is sparse and has all attributes: a row is in it when it has both of its keys. */
export const tableIndex = (name: Index): TableIndex => ({ name, partition: `${name}Pk`, sort: `${name}Sk` });

export const TABLE_INDEXES: readonly TableIndex[] = INDEXES.map(tableIndex);

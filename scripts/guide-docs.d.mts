import type { Rule } from '../brand-guide/engine/types.ts';

export declare function guidePage(): Promise<string>;
export declare function rulesPage(rules: readonly Rule[]): Promise<string>;

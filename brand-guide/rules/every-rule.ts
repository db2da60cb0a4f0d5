/** Every rule, loaded: for a process that reads guides of all kinds. */
import type { Rule } from '../engine/types.ts';
import { REGISTRY } from './registry.ts';

/** In the registry's order. */
export const rules: readonly Rule[] = await Promise.all(
  REGISTRY.map(async (one) => ('load' in one ? one.load() : one)),
);

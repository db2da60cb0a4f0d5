/** One rule of a Vale style. */
import type { CompiledGuide } from '../engine/compile-rules.ts';
import type { Rule } from '../engine/types.ts';

export interface ValeRule {
  /** Without the style's name. */
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** None where the guide's gates turn the rule off; its level is the rule's severity in this guide. */
export function valeRule(
  { rules }: CompiledGuide,
  { meta }: Pick<Rule, 'meta'>,
  name: string,
  kind: string,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): ValeRule[] {
  const active = rules.find(({ rule }) => rule.meta.id === meta.id);
  if (!active) return [];
  return [{ name, fields: { extends: kind, message, level: active.severity ?? meta.severity, ...fields } }];
}

/** A fact's value in a word or two, for people. */
import type { FactValue } from '../brand-guide/facts/types.ts';

export function valueText(value: FactValue): string {
  if (typeof value === 'string') return value;
  if ('currency' in value) return `${value.amount} ${value.currency}`;
  return `${value.reduction ? '−' : ''}${value.percent}%`;
}

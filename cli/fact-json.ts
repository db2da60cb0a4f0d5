/** A mention as the command prints it. */
import { finderOf } from '../brand-guide/facts/registry.ts';
import type { FactValue, Mention } from '../brand-guide/facts/types.ts';

export interface FactJson extends Omit<Mention, 'readings' | 'unresolved'> {
  readonly value?: FactValue;
  /** Only where the text can be read in several ways: then it is unresolved too. */
  readonly readings?: readonly FactValue[];
  readonly unresolved?: true;
}

/** `value` only where every reading is the same thing, else `unresolved`. */
export function factJson({
  kind,
  text,
  start,
  end,
  readings,
  role,
  qualifier,
  label,
  day,
}: Mention): FactJson {
  const [first, ...others] = readings;
  const one = first !== undefined && others.every((other) => finderOf(kind)?.equal(first, other) ?? false);
  return {
    kind,
    ...(one && { value: first }),
    text,
    start,
    end,
    ...(role && { role }),
    ...(qualifier && { qualifier }),
    ...(label !== undefined && { label }),
    ...(day && { day }),
    ...(first !== undefined && !one && { readings }),
    ...(!one && { unresolved: true }),
  };
}

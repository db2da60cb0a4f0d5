/** A fact that a text states, with every place where it does. */
import type { Fact, FactValue, Mention } from '../../../brand-guide/facts/types.ts';
import { equalValues } from '../../../brand-guide/facts/equal-values.ts';
import { readFact } from '../../core/fact-shorthand.ts';
import type { Evidence, ProposedFact } from '../../core/free-text.ts';
import { formsOfLabel } from './counted.ts';

export interface Stated {
  readonly mention: Pick<Mention, 'kind' | 'role' | 'qualifier' | 'label'>;
  readonly value: FactValue;
  readonly evidence: [Evidence, ...Evidence[]];
}

/** As many as a campaign may have. */
const MOST = 500;

export const evidenceOf = ({ start, end, text }: Evidence): Evidence => ({ start, end, text });

const fits = (stated: Stated, { kind, role, label }: Mention, value: FactValue): boolean =>
  stated.mention.kind === kind &&
  stated.mention.label === label &&
  (stated.mention.role === role || stated.mention.role === undefined || role === undefined) &&
  equalValues(kind, stated.value, value);

/** One more mention: of a fact that is stated already, or of a new one. */
export function addMention(all: Stated[], mention: Mention, value: FactValue): void {
  const at = all.findIndex((one) => fits(one, mention, value));
  const known = all[at];
  if (!known) {
    if (all.length < MOST) all.push({ mention, value, evidence: [evidenceOf(mention)] });
    return;
  }
  known.evidence.push(evidenceOf(mention));
  all[at] = { ...known, mention: { ...mention, ...known.mention } };
}

const ID = /^[a-z][a-z0-9-]{0,40}$/u;

/** What a quantity counts where that can be an id, else the kind. */
const nameOf = ({ mention: { kind, label } }: Stated): string =>
  kind === 'quantity' && label !== undefined && ID.test(label) ? label : kind;

function factOf(stated: Stated, id: string, required: Fact['required'], locale: string): Fact | undefined {
  const { mention, value } = stated;
  const { kind, role, qualifier, label } = mention;
  return readFact(
    {
      id,
      kind,
      value,
      ...(role && { role }),
      ...(qualifier && { qualifier }),
      ...(label !== undefined && { label: { [locale]: formsOfLabel(label, locale) } }),
      ...(required !== undefined && { required }),
    },
    () => undefined,
    () => undefined,
  );
}

/** As facts of a campaign; ids are numbered from the second of a name on. */
export function proposedFacts(
  all: readonly Stated[],
  requiredOf: (stated: Stated) => Fact['required'],
  locale: string,
): readonly ProposedFact[] {
  const counts = new Map<string, number>();
  return all.flatMap((one) => {
    const name = nameOf(one);
    const number = (counts.get(name) ?? 0) + 1;
    const fact = factOf(one, number === 1 ? name : `${name}-${number}`, requiredOf(one), locale);
    if (fact) counts.set(name, number);
    return fact ? [{ fact, evidence: one.evidence }] : [];
  });
}

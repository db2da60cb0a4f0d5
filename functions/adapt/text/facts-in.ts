/** The facts that a text states once and clearly, as facts of a campaign; what it leaves open is a doubt. */
import { equalValues } from '../../../brand-guide/facts/equal-values.ts';
import type { Fact, FactKind, FactValue, Mention } from '../../../brand-guide/facts/types.ts';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { channelOf } from '../../channels/specs.ts';
import { readFact } from '../../core/fact-shorthand.ts';
import type { Block, Doubt, Evidence, ProposedFact, TextPlace } from '../../core/free-text.ts';

interface Stated {
  readonly mention: Pick<Mention, 'kind' | 'role' | 'qualifier' | 'label'>;
  readonly value: FactValue;
  readonly required: Fact['required'];
  readonly evidence: [Evidence, ...Evidence[]];
}

/** As many as a campaign may have. */
const MOST = 500;
/** Code points of a line that fits beside any message. */
const SHORT = 60;
/** Only front matter has facts that are not said, and that stands first. */
const UNSAID_MOST = 51;

const evidenceOf = ({ start, end, text }: Evidence): Evidence => ({ start, end, text });

/** A share that reduces nothing and a number of nothing named are turns of phrase. */
function isFact({ kind, label }: Mention, value: FactValue): boolean {
  if (kind === 'quantity') return label !== undefined;
  return typeof value === 'string' || !('reduction' in value) || value.reduction;
}

const unresolvedAs = ({ unresolved, readings }: Mention): string =>
  unresolved ??
  `may be ${readings.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' '))).join(' or ')}`;

/** The one value of a mention; undefined where a person has to say. */
function valueOf({ kind, readings }: Mention): FactValue | undefined {
  const [first, ...others] = readings;
  return first !== undefined && others.every((one) => equalValues(kind, first, one)) ? first : undefined;
}

const fits = (stated: Stated, { kind, role }: Mention, value: FactValue): boolean =>
  stated.mention.kind === kind &&
  (stated.mention.role === role || stated.mention.role === undefined || role === undefined) &&
  equalValues(kind, stated.value, value);

function add(all: Stated[], mention: Mention, value: FactValue, required: Fact['required']): void {
  const at = all.findIndex((one) => fits(one, mention, value));
  const known = all[at];
  if (!known) {
    if (all.length < MOST) all.push({ mention, value, required, evidence: [evidenceOf(mention)] });
    return;
  }
  known.evidence.push(evidenceOf(mention));
  all[at] = { ...known, mention: { ...mention, ...known.mention }, required: known.required ?? required };
}

/** Ids are the kind, numbered from the second on. */
function factOf({ mention, value, required }: Stated, number: number, locale: string): Fact | undefined {
  const { kind, role, qualifier, label } = mention;
  return readFact(
    {
      id: number === 1 ? kind : `${kind}-${number}`,
      kind,
      value,
      ...(role && { role }),
      ...(qualifier && { qualifier }),
      ...(label !== undefined && { label: { [locale]: label } }),
      ...(required !== undefined && { required }),
    },
    () => undefined,
    () => undefined,
  );
}

/** Short small print goes on every channel; a long one where there is room, unless there is none anywhere. */
export function legalChannels(text: string, channels: readonly ChannelId[]): readonly ChannelId[] {
  const roomy = channels.filter((id) => channelOf(id)?.spec.lengthClass === 'long');
  return roomy.length === 0 || [...text].length <= SHORT ? channels : roomy;
}

const legalMentions = (source: string, blocks: readonly Block[]): readonly (Mention & { kind: 'legal' })[] =>
  blocks.flatMap(({ kind, start, end, text }) =>
    kind === 'legal' ? [{ kind, start, end, text: source.slice(start, end), readings: [text] }] : [],
  );

export interface FactsIn {
  readonly facts: readonly ProposedFact[];
  readonly doubts: readonly Doubt[];
}

/** Small print and the call's link are required, anything else is not, until a person says so. */
export function factsIn(
  source: string,
  blocks: readonly Block[],
  found: readonly Mention[],
  { locale, channels }: TextPlace,
): FactsIn {
  const call = blocks.find(({ kind }) => kind === 'cta');
  const unsaid = blocks.slice(0, UNSAID_MOST).filter(({ kind }) => kind === 'marks');
  const mentions = [...found, ...legalMentions(source, blocks)].filter(
    ({ start, end }) => !unsaid.some((one) => one.start <= start && end <= one.end),
  );
  const all: Stated[] = [];
  const doubts: Doubt[] = [];
  for (const mention of mentions) {
    const value = valueOf(mention);
    if (value === undefined)
      doubts.push({ what: mention.kind, why: unresolvedAs(mention), evidence: evidenceOf(mention) });
    else if (isFact(mention, value)) add(all, mention, value, requiredOf(mention, call, channels));
  }
  return { facts: numbered(all, locale), doubts };
}

function requiredOf(
  { kind, start, end, text }: Mention,
  call: Block | undefined,
  channels: readonly ChannelId[],
): Fact['required'] {
  if (kind === 'legal') return { channels: legalChannels(text, channels) };
  return kind === 'url' && call !== undefined && start >= call.start && end <= call.end ? true : undefined;
}

function numbered(all: readonly Stated[], locale: string): readonly ProposedFact[] {
  const counts = new Map<FactKind, number>();
  return all.flatMap((one) => {
    const number = (counts.get(one.mention.kind) ?? 0) + 1;
    const fact = factOf(one, number, locale);
    if (fact) counts.set(one.mention.kind, number);
    return fact ? [{ fact, evidence: one.evidence }] : [];
  });
}

/** The facts that a text states once and clearly, as facts of a campaign; what it leaves open is a doubt. */
import { equalValues } from '../../../brand-guide/facts/equal-values.ts';
import { onlyValue } from '../../../brand-guide/facts/propose.ts';
import type { Fact, FactValue, Mention } from '../../../brand-guide/facts/types.ts';
import type { ChannelId } from '../../../brand-guide/engine/channel.ts';
import { channelOf } from '../../channels/specs.ts';
import { readFact } from '../../core/fact-shorthand.ts';
import type { Block, Doubt, Evidence, ProposedFact, TextPlace } from '../../core/free-text.ts';
import { countsSomething, formsOfLabel } from './counted.ts';

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
function isFact(mention: Mention, value: FactValue, locale: string): boolean {
  if (mention.kind === 'quantity') return countsSomething(mention, locale);
  return typeof value === 'string' || !('reduction' in value) || value.reduction;
}

const unresolvedAs = ({ unresolved, readings }: Mention): string =>
  unresolved ??
  `may be ${readings.map((one) => (typeof one === 'string' ? one : Object.values(one).join(' '))).join(' or ')}`;

const fits = (stated: Stated, { kind, role, label }: Mention, value: FactValue): boolean =>
  stated.mention.kind === kind &&
  stated.mention.label === label &&
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

const ID = /^[a-z][a-z0-9-]{0,40}$/u;

/** What a quantity counts where that can be an id, else the kind. */
const nameOf = ({ mention: { kind, label } }: Stated): string =>
  kind === 'quantity' && label !== undefined && ID.test(label) ? label : kind;

/** Ids are numbered from the second of a name on. */
function factOf(stated: Stated, number: number, locale: string): Fact | undefined {
  const { mention, value, required } = stated;
  const { kind, role, qualifier, label } = mention;
  return readFact(
    {
      id: number === 1 ? nameOf(stated) : `${nameOf(stated)}-${number}`,
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

/** Where small print has room: a short line beside any post, a long one in a long text; micro channels carry none if others do. */
export function legalChannels(text: string, channels: readonly ChannelId[]): readonly ChannelId[] {
  const classOf = (id: ChannelId) => channelOf(id)?.spec.lengthClass;
  if ([...text].length > SHORT) return channels.filter((id) => classOf(id) === 'long');
  const roomy = channels.filter((id) => classOf(id) !== 'micro');
  return roomy.length === 0 ? channels : roomy;
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
    const value = onlyValue(mention);
    if (value === undefined)
      doubts.push({ what: mention.kind, why: unresolvedAs(mention), evidence: evidenceOf(mention) });
    else if (isFact(mention, value, locale)) add(all, mention, value, requiredOf(mention, call, channels));
  }
  const twice = countedTwice(all, locale);
  for (const { evidence } of twice)
    doubts.push({ what: 'quantity', why: 'another number counts the same', evidence: evidence[0] });
  return {
    facts: numbered(
      all.filter((one) => !twice.includes(one)),
      locale,
    ),
    doubts,
  };
}

/** Numbers of one noun, of which nobody can tell which one is meant elsewhere. */
function countedTwice(all: readonly Stated[], locale: string): readonly Stated[] {
  const nounOf = ({ mention: { kind, label } }: Stated): string | undefined =>
    kind === 'quantity' && label !== undefined ? formsOfLabel(label, locale)[0] : undefined;
  const nouns = all.map(nounOf);
  return all.filter((_, at) => {
    const noun = nouns[at];
    return noun !== undefined && nouns.indexOf(noun) !== nouns.lastIndexOf(noun);
  });
}

function requiredOf(
  { kind, start, end, text }: Mention,
  call: Block | undefined,
  channels: readonly ChannelId[],
): Fact['required'] {
  if (kind === 'legal') {
    const places = legalChannels(text, channels);
    return places.length === 0 ? undefined : { channels: places };
  }
  return kind === 'url' && call !== undefined && start >= call.start && end <= call.end ? true : undefined;
}

function numbered(all: readonly Stated[], locale: string): readonly ProposedFact[] {
  const counts = new Map<string, number>();
  return all.flatMap((one) => {
    const number = (counts.get(nameOf(one)) ?? 0) + 1;
    const fact = factOf(one, number, locale);
    if (fact) counts.set(nameOf(one), number);
    return fact ? [{ fact, evidence: one.evidence }] : [];
  });
}

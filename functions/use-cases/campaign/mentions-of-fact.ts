/** Where the old value of a fact is said: in a variant, and in what its entries pin. */
import { correctContent, type Corrected, type Rewritten } from '../../adapt/correct-fact.ts';
import { liveRevision } from '../../core/correct-entry.ts';
import type { Campaign } from '../../core/campaign.ts';
import type { Entry } from '../../core/entry.ts';
import { Refused, invalid } from '../../core/errors.ts';
import type { EntryId } from '../../core/ids.ts';
import { revalueFact } from '../../core/revalue-fact.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { entriesOf } from '../variant/entries-of-variant.ts';
import { loadRevision, type OpenVariant } from '../variant/open-variant.ts';

/** A calendar entry whose pinned text says the old value. */
export interface EntryMentions {
  readonly entry: EntryId;
  readonly state: Entry['state'];
  readonly rewritten: readonly Rewritten[];
}

export interface FactMentions {
  readonly change: Corrected | undefined;
  readonly entries: readonly EntryMentions[];
}

/** The campaign before and after, and the fact that differs. */
export interface Difference {
  readonly before: Campaign;
  readonly after: Campaign;
  readonly fact: string;
}

/** @throws Refused `not-found` without such a fact, `invalid-input` for what is no value of its kind. */
export const revalued = (campaign: Campaign, id: string, value: unknown): Campaign['facts'][number] => {
  const fact = campaign.facts.find((one) => one.id === id);
  if (!fact) throw new Refused('not-found', `The campaign has no fact "${id}".`);
  const next = revalueFact(fact, value);
  if (!next.ok) throw invalid(`That is not a value of a ${fact.kind}.`, next.problems);
  return next.fact;
};

/** What was taken back says nothing any more, and a correction speaks through the post that it corrects. */
const saysSomething = ({ state, correction, corrected }: Entry): boolean =>
  state !== 'cancelled' && !correction && corrected?.is !== 'retract';

const entryMentions = async (
  world: World,
  tenant: Tenant,
  { before, after, fact }: Difference,
  { head, revision }: OpenVariant,
): Promise<readonly EntryMentions[]> => {
  const { id, place } = head.value;
  const rows = (await entriesOf(world, tenant, id)).filter(({ value }) => saysSomething(value));
  const found = await Promise.all(
    rows.map(async ({ value: entry }) => {
      const said = liveRevision(entry);
      const pinned = said === revision.number ? revision : await loadRevision(world, tenant, id, said);
      const change = correctContent(before, after, fact, place, pinned);
      return { entry: entry.id, state: entry.state, rewritten: change?.rewritten ?? [] };
    }),
  );
  return found.filter(({ rewritten }) => rewritten.length > 0);
};

/** Undefined where neither the variant nor an entry of it says the old value. */
export const mentionsIn = async (
  world: World,
  tenant: Tenant,
  difference: Difference,
  opened: OpenVariant,
): Promise<FactMentions | undefined> => {
  const { before, after, fact } = difference;
  const change = correctContent(before, after, fact, opened.head.value.place, opened.revision);
  const entries = await entryMentions(world, tenant, difference, opened);
  return change || entries.length > 0 ? { change, entries } : undefined;
};

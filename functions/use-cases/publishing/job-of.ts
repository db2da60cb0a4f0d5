/** What a connector is asked to do next for an entry: its payload, or of one in parts the first that is not live. */
import { payloadAt } from '../../adapt/payload-of.ts';
import type { Entry } from '../../core/entry.ts';
import { nextPart } from '../../core/entry-parts.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Job, JobPart } from '../../ports/publisher.ts';
import type { Ready } from './ready.ts';

export interface PartJob {
  readonly job: Job;
  /** All parts, where there are several. */
  readonly of: readonly string[];
}

const partOf = (entry: Entry, of: readonly string[]): JobPart => {
  const next = nextPart(entry, of);
  if (!next) throw new Error(`Entry ${entry.id} has no part left to send`);
  return { name: next.part, before: next.before };
};

export const jobOf = (
  tenant: Tenant,
  entry: Entry,
  { account, publisher, variant, revision }: Ready,
): PartJob => {
  const payload = payloadAt(variant.value.place, revision);
  const all = publisher.partsOf?.(payload) ?? [];
  const of = all.length > 1 ? all : [];
  const job = { workspace: tenant.workspace, entry, account, payload };
  return { job: of.length > 0 ? { ...job, part: partOf(entry, of) } : job, of };
};

/** What was prepared for this very part. */
export const checkpointOf = ({ entry, part }: Job): string | undefined =>
  entry.attempt?.part === part?.name ? entry.attempt?.checkpoint : undefined;

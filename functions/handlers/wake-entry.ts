/** Answers a wake-up: publishes the entry if it is due, and sets the next wake-up that its row then asks for. */
import { readWakeUp, type WakeUp } from '../adapters/aws/wake-up.ts';
import { keys } from '../core/keys.ts';
import { systemTenant } from '../core/tenant.ts';
import type { World } from '../ports.ts';
import { publishEntry } from '../use-cases/publishing/publish-entry.ts';

/** A schedule fires a minute early; a retry, a lease and a checkpoint wait: each is a row whose time is still to come. */
async function setNext({ store, clock, wakeUps }: World, { workspace, entry }: WakeUp): Promise<void> {
  const row = await store.get(keys.entry(systemTenant(workspace), entry));
  const at = row?.value.wakeAt;
  if (at !== undefined && Date.parse(at) > Date.parse(clock.now())) await wakeUps.set(workspace, entry, at);
}

/** @throws TypeError when `body` is not a wake-up. */
export async function wakeEntry(world: World, body: string): Promise<void> {
  const wakeUp = readWakeUp(body);
  await publishEntry(world, wakeUp);
  await setNext(world, wakeUp);
}

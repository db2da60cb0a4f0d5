/** What people answer to a text message: STOP, in the words of their language, takes them out of the audience. */
import * as z from 'zod';
import { addressHash, readAddress } from '../../core/addressee.ts';
import { asksToStop } from '../../core/audience.ts';
import { Refused } from '../../core/errors.ts';
import { asId, type AccountId, type WorkspaceId } from '../../core/ids.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';
import { settled } from '../use-case.ts';
import { leave } from './leave-audience.ts';

const FOR = { purpose: 'inbound-messages' } as const;
const Sealed = z.tuple([z.string(), z.string()]);

/** Whoever knows it can only take people out; undefined where nobody outside can reach this home. */
export const stopAddress = async (
  { secrets, publicUrl }: World,
  { workspace }: Tenant,
  account: AccountId,
): Promise<string | undefined> =>
  publicUrl === undefined
    ? undefined
    : `${publicUrl}/inbound/${await secrets.seal(JSON.stringify([workspace, account]), FOR)}`;

/** @throws Refused `not-found` for an address that is not ours. */
const accountIn = async ({ secrets }: World, token: string) => {
  const opened = await secrets.open(token, FOR);
  const read = opened === undefined ? undefined : Sealed.safeParse(JSON.parse(opened)).data;
  if (!read) throw new Refused('not-found', 'There is nothing at this address.');
  return { tenant: systemTenant(asId<WorkspaceId>(read[0])), account: asId<AccountId>(read[1]) };
};

export interface Inbound {
  readonly token: string;
  /** In any usual form of E.164. */
  readonly from: string;
  readonly text: string;
}

/** Whether somebody left. Whoever is not in the audience, or says anything else, changes nothing. */
export const stopByMessage = async (world: World, { token, from, text }: Inbound): Promise<boolean> => {
  const { tenant, account } = await accountIn(world, token);
  const address = readAddress('sms', from.startsWith('+') ? from : `+${from}`);
  if (address === undefined || !asksToStop(text)) return false;
  const to = addressHash(tenant, account, address);
  const leaving = { account, to, state: 'opted-out', reason: 'They answered STOP.' } as const;
  try {
    await settled(() => leave(world, tenant, leaving, { system: 'addressee' }));
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === 'not-found') return false;
    throw error;
  }
};

/** A use case: one verb, who may do it, and what it does in the world. */
import type { Member } from '../core/member.ts';
import { requireRole, type Verb } from '../core/roles.ts';
import type { Tenant } from '../core/tenant.ts';
import type { Once, World } from '../ports.ts';

/** Who asks: a verified member, and the asking itself where it may be repeated. */
export interface Session {
  readonly tenant: Tenant;
  readonly member: Member;
  readonly once?: Once;
}

export interface UseCase<Input, Output> {
  (world: World, session: Session, input: Input): Promise<Output>;
  readonly verb: Verb;
}

/** Binds a verb's row of the roles table to what it does: no use case runs without its check. */
export const useCase = <Input, Output>(
  verb: Verb,
  run: (world: World, session: Session, input: Input) => Promise<Output>,
): UseCase<Input, Output> =>
  Object.assign(
    async (world: World, session: Session, input: Input): Promise<Output> => {
      requireRole(session.member, verb);
      return run(world, session, input);
    },
    { verb },
  );

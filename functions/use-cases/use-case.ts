/** A use case: one verb, who may do it, and what it does in the world. */
import { Refused } from '../core/errors.ts';
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

/** Whoever loses has let another win, so that this many askings at once all come to an end. */
const TRIES = 50;

/** Another commit came between this one's reading and its writing; what the asker saw is another matter. */
const metAnother = (error: unknown, code: 'stale' | 'already-exists'): boolean =>
  error instanceof Refused &&
  error.code === code &&
  'key' in error.details &&
  error.details['once'] === undefined;

const rowOf = (error: unknown): string =>
  error instanceof Refused ? JSON.stringify(error.details['key']) : '';

/**
 * Does it again on what is there now, while others are quicker. A row that is there already on the second look at it was there before.
 * @throws Refused `busy` when others always are.
 */
export const settled = async <Output>(run: () => Promise<Output>): Promise<Output> => {
  const looked = new Set<string>();
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      return await run();
    } catch (error) {
      const there = metAnother(error, 'already-exists');
      const row = there ? rowOf(error) : '';
      if (there ? looked.has(row) : !metAnother(error, 'stale')) throw error;
      if (there) looked.add(row);
    }
  }
  throw new Refused('busy', 'Others are changing the same thing right now; try again in a moment.');
};

/** Binds a verb's row of the roles table to what it does: no use case runs without its check. */
export const useCase = <Input, Output>(
  verb: Verb,
  run: (world: World, session: Session, input: Input) => Promise<Output>,
): UseCase<Input, Output> =>
  Object.assign(
    async (world: World, session: Session, input: Input): Promise<Output> => {
      requireRole(session.member, verb);
      return settled(() => run(world, session, input));
    },
    { verb },
  );

/** Runs a use case for a request; with an Idempotency-Key the second asking gets the first one's answer. */
import type { Context } from 'hono';
import { sha256Hex } from '../core/payload.ts';
import { invalid, Refused } from '../core/errors.ts';
import { requireRole } from '../core/roles.ts';
import type { Session, UseCase } from '../use-cases/use-case.ts';
import type { MemberEnv, Once, World } from './env.ts';

/** Printable ASCII, as header values are. */
const KEY = /^[\x21-\x7e]{1,200}$/u;

const askedOnce = async (c: Context<MemberEnv>, session: Session): Promise<Once | undefined> => {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw invalid('The Idempotency-Key cannot be used.', [
      { path: 'Idempotency-Key', message: 'expected 1 to 200 printable ASCII characters without spaces' },
    ]);
  return {
    workspace: session.tenant.workspace,
    member: session.member.user,
    route: `${c.req.method} ${c.req.path}`,
    key,
    body: sha256Hex(await c.req.text()),
  };
};

/** The same use case kept it under this key, so it has this use case's shape; the store answers no row as undefined. */
const isAnswer = <Output>(answer: unknown): answer is Output => answer !== undefined;

const answered = async <Output>(world: World, once: Once): Promise<{ answer: Output } | undefined> => {
  const before = await world.store.answered(once);
  return before && isAnswer<Output>(before.answer) ? { answer: before.answer } : undefined;
};

/** For every POST that creates. */
export const performOnce = async <Input, Output>(
  world: World,
  c: Context<MemberEnv>,
  run: UseCase<Input, Output>,
  input: Input,
): Promise<Output> => {
  const session = c.get('session');
  requireRole(session.member, run.verb);
  const once = await askedOnce(c, session);
  if (!once) return run(world, session, input);
  const before = await answered<Output>(world, once);
  if (before) return before.answer;
  try {
    return await run(world, { ...session, once }, input);
  } catch (error) {
    // Two askings at once: the one that lost the race gets the winner's answer.
    const won = error instanceof Refused ? await answered<Output>(world, once) : undefined;
    if (!won) throw error;
    return won.answer;
  }
};

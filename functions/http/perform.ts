/** Runs a use case for a request; with an Idempotency-Key the second asking gets the first one's answer. */
import type { Context } from 'hono';
import { sha256Hex } from '../core/payload.ts';
import { invalid, Refused } from '../core/errors.ts';
import { requireRole } from '../core/roles.ts';
import type { Session, UseCase } from '../use-cases/use-case.ts';
import type { MemberEnv, Once, World } from './env.ts';

/** Printable ASCII, as header values are. */
const KEY = /^[\x21-\x7e]{1,200}$/u;

/** The asking as the store keeps it; undefined without an Idempotency-Key. @throws Refused `invalid-input`. */
export const askedOnce = async (
  c: Context,
  by: Pick<Once, 'workspace' | 'member'>,
): Promise<Once | undefined> => {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!KEY.test(key))
    throw invalid('The Idempotency-Key cannot be used.', [
      { path: 'Idempotency-Key', message: 'expected 1 to 200 printable ASCII characters without spaces' },
    ]);
  return {
    ...by,
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

/** Runs it unless it was answered before under the same key. */
export const answerOnce = async <Output>(
  world: World,
  once: Once | undefined,
  run: () => Promise<Output>,
): Promise<Output> => {
  if (!once) return run();
  const before = await answered<Output>(world, once);
  if (before) return before.answer;
  try {
    return await run();
  } catch (error) {
    // Two askings at once: the one that lost the race gets the winner's answer.
    const won = error instanceof Refused ? await answered<Output>(world, once) : undefined;
    if (!won) throw error;
    return won.answer;
  }
};

/** For every POST of a member that creates. */
export const performOnce = async <Input, Output>(
  world: World,
  c: Context<MemberEnv>,
  run: UseCase<Input, Output>,
  input: Input,
): Promise<Output> => {
  const session: Session = c.get('session');
  requireRole(session.member, run.verb);
  const once = await askedOnce(c, { workspace: session.tenant.workspace, member: session.member.user });
  return answerOnce(world, once, () => run(world, once ? { ...session, once } : session, input));
};

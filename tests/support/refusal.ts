/** The code of the refusal that something throws; undefined when it does not. Anything else that is thrown is a failure. */
import { Refused, type RefusalCode } from '../../functions/core/errors.ts';

export const refusalOf = (attempt: () => unknown): RefusalCode | undefined => {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
};

/** The same of something that takes its time. */
export const refusalOfAsync = async (attempt: () => Promise<unknown>): Promise<RefusalCode | undefined> => {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
};

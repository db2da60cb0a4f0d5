/** Writes down what broke, for the function's log: never a body, a token or a code. */

export const logTrouble = (what: Readonly<Record<string, unknown>>, error: unknown): void =>
  console.error({ ...what, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });

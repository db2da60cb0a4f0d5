/** Turns what the API refused into the same refusal here. */
import { REFUSAL_CODES, Refused } from '../functions/core/errors.ts';
import type { RefusalCode } from '../functions/core/errors.ts';

/** What a typed client answers with, as far as a refusal needs it. */
export interface Answered {
  readonly status: number;
  readonly text: () => Promise<string>;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Fields {
  try {
    const body: unknown = JSON.parse(text);
    return isFields(body) ? body : {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}

/** Where a server speaks of something that is no refusal of the product, it cannot help now. */
function codeOf(code: unknown): RefusalCode {
  return REFUSAL_CODES.find((one) => one === code) ?? 'busy';
}

function firstProblem(problems: unknown): string {
  const [first]: unknown[] = Array.isArray(problems) ? problems : [];
  if (!isFields(first)) return '';
  const { path, message, line, column } = first;
  const at = typeof line === 'number' ? `${line}:${String(column)}: ` : '';
  return ` ${at}${String(path)}: ${String(message)}`;
}

/** The refusal with its first problem; anything that is no problem document is told by its status. */
export async function refusalIn(answer: Answered): Promise<Refused> {
  const { code, detail, details, problems } = parsed(await answer.text());
  if (typeof detail !== 'string') return new Refused('busy', `The server answered ${answer.status}.`);
  return new Refused(codeOf(code), detail + firstProblem(problems), isFields(details) ? details : {});
}

/** Reads a brand guide from a file's text and says, with places, what is wrong with it. */
import { checkDocument, parseDocument } from './document.ts';
import type { DocumentProblem } from './document-problem.ts';
import type { Guide } from './guide.ts';
import { validate } from './guide.schema.generated.js';
import { overlayProblems } from './resolve.ts';

export type LoadedGuide =
  { readonly ok: true; readonly guide: Guide } | { readonly ok: false; readonly problems: DocumentProblem[] };

function isGuide(value: unknown): value is Guide {
  return validate(value);
}

/** YAML (core schema) or JSON. Overlays are checked on their own and as what they resolve to. */
export function loadGuide(source: string): LoadedGuide {
  const parsed = parseDocument(source);
  const problems = checkDocument(parsed, validate);
  if (problems.length > 0 || !isGuide(parsed.value)) return { ok: false, problems };
  const laid = overlayProblems(parsed.value).map((one) => parsed.locate(one));
  return laid.length > 0 ? { ok: false, problems: laid } : { ok: true, guide: parsed.value };
}

/** Finds what no schema can: locales that do not exist, and rules that nobody has. */
import { CAMPAIGN_RULE_IDS } from '../rules/campaign/ids.ts';
import { RULE_IDS } from '../rules/registry.ts';
import type { LocalProblem, Path } from './document-problem.ts';
import { localeFault } from './known-locale.ts';
import { nearMiss } from './near-miss.ts';
import { walkDocument } from './walk-document.ts';

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields whose keys are locales, wherever they are named fields. */
const BY_LOCALE = new Set([
  'address',
  'forms',
  'label',
  'locales',
  'numbers',
  'phrases',
  'phrasings',
  'spelling',
  'text',
]);

/** Fields whose own keys are names that people make up. */
const UNREAD = new Set(['rules', 'color', 'typography', 'quantities']);

function keyProblems(fields: object, path: Path): LocalProblem[] {
  return Object.keys(fields).flatMap((tag) => {
    const message = localeFault(tag);
    return message === undefined ? [] : [{ path: [...path, tag], key: true, message }];
  });
}

function listedProblems(list: readonly unknown[], path: Path): LocalProblem[] {
  return list.flatMap((tag, at) => {
    const message = typeof tag === 'string' ? localeFault(tag) : undefined;
    return message === undefined ? [] : [{ path: [...path, at], message }];
  });
}

function localeProblems(guide: object): LocalProblem[] {
  const problems: LocalProblem[] = [];
  walkDocument(guide, (value, path) => {
    const name = path.at(-1);
    if (typeof name !== 'string') return undefined;
    if (name === 'locales' && Array.isArray(value)) problems.push(...listedProblems(value, path));
    else if (BY_LOCALE.has(name) && !Array.isArray(value)) problems.push(...keyProblems(value, path));
    return !UNREAD.has(name);
  });
  return problems;
}

/** The gates of a guide and of its overlays, with their paths. */
function* gatesOf(guide: Plain): Iterable<[Path, Plain]> {
  const overlays = ['channels', 'locales', 'accounts'].flatMap((section) =>
    isPlain(guide[section])
      ? Object.entries(guide[section]).map(([name, overlay]) => [[section, name], overlay] as const)
      : [],
  );
  for (const [path, one] of [[[], guide] as const, ...overlays]) {
    const gates = isPlain(one) ? one['gates'] : undefined;
    if (isPlain(gates) && isPlain(gates['rules'])) yield [[...path, 'gates', 'rules'], gates['rules']];
  }
}

function ownRules(guide: Plain): string[] {
  return isPlain(guide['rules']) ? Object.keys(guide['rules']) : [];
}

function* gateProblems(guide: Plain, known: readonly string[]): Iterable<LocalProblem> {
  for (const [path, gates] of gatesOf(guide))
    for (const id of Object.keys(gates)) {
      if (known.includes(id)) continue;
      const near = nearMiss(id, known);
      const expected =
        near === undefined
          ? ', expected the id of a rule, or of one of `rules`'
          : `; did you mean \`${near}\`?`;
      yield { path: [...path, id], key: true, message: `found the unknown rule \`${id}\`${expected}` };
    }
}

const MOST = 50;

/** `laid` is the guide over those that it extends: it may name their rules. */
export function guideProblems(guide: object, laid: object): LocalProblem[] {
  const known = [...RULE_IDS, ...CAMPAIGN_RULE_IDS, ...ownRules({ ...laid })];
  return [...localeProblems(guide), ...gateProblems({ ...guide }, known)].slice(0, MOST);
}

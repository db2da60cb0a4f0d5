/** Takes a Vale style folder's rules into a guide, and says what cannot be carried over. */
import { compileRule } from '../vale/compile-rule.ts';
import { flattened } from '../vale/inherit.ts';
import { RulePatterns } from '../vale/rule-patterns.ts';
import { readRule } from '../vale/rule-source.ts';
import type { RuleSource } from '../vale/rule-of-value.ts';
import { ruleFiles } from '../vale/styles.ts';
import { readWords } from '../vale/vocabulary.ts';
import { BadPattern } from '../vale/types.ts';
import type { Fault, RuleValue, TextFile } from '../vale/types.ts';

export interface ImportedVale {
  /** `Style.Rule` to the rule, verbatim but for what it inherits. */
  readonly rules: Readonly<Record<string, { readonly [key: string]: RuleValue }>>;
  /** Words of the folder's `accept.txt` that are plain words. */
  readonly vocabulary?: { readonly accept: readonly string[] };
  /** The names of the rules that were taken. */
  readonly carried: readonly string[];
  readonly notCarried: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly why: string;
  }[];
}

function isFault(source: RuleSource | Fault): source is Fault {
  return 'message' in source;
}

/** A rule in a guide stands alone: what it inherits is written out. */
function standingAlone(source: RuleSource, find: (name: string) => RuleSource | undefined) {
  const parent = Object.entries(source.value).find(([key]) => key.toLowerCase() === 'extends')?.[1];
  const inherits = typeof parent === 'string' && parent.includes('.');
  return inherits ? flattened(source, find) : source.value;
}

function vocabularyOf(files: readonly TextFile[], notCarried: Fault[]): readonly string[] {
  const accept = new Set<string>();
  for (const { path, text } of files) {
    if (!path.endsWith('accept.txt')) continue;
    for (const word of readWords(text))
      if (/[\\^$*+?()[\]{}|]/u.test(word))
        notCarried.push({
          path,
          line: 1,
          column: 1,
          message: `'${word}' is a pattern, and the guide accepts plain words`,
        });
      else accept.add(word);
  }
  return [...accept];
}

/** `path` of a file begins with the style's name, such as `Google/Will.yml`. */
export function importValeStyle(files: readonly TextFile[]): ImportedVale {
  const named = ruleFiles(files);
  const sources = new Map<string, RuleSource>();
  const left: Fault[] = [];
  for (const [name, file] of named) {
    const source = readRule(file);
    if (isFault(source)) left.push(source);
    else sources.set(name, source);
  }
  const find = (name: string): RuleSource | undefined => sources.get(name);
  const rules: Record<string, { readonly [key: string]: RuleValue }> = {};
  const context = {
    accepted: [],
    wordTemplate: '',
    speller: () => ({ correct: () => true, suggest: () => [] }),
  };
  for (const [name, source] of sources) {
    const { rule, fault, skipped, remarks, refusal } = compileRule(source, { name }, context, find);
    const refused = rule ? [...new RulePatterns([rule], undefined).faults().values()] : [];
    const told = refused.map(([pattern, why]) => refusal(new BadPattern(pattern, why)));
    left.push(...remarks, ...told, ...[fault, skipped].flatMap((one) => (one ? [one] : [])));
    if (rule && told.length === 0) rules[name] = standingAlone(source, find);
  }
  const accept = vocabularyOf(files, left);
  return {
    rules,
    ...(accept.length > 0 && { vocabulary: { accept } }),
    carried: Object.keys(rules),
    notCarried: left.map(({ path, line, column, message }) => ({ path, line, column, why: message })),
  };
}

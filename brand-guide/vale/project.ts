/** A Vale configuration with its styles, ready to lint files. */
import type { Configuration } from './configuration.ts';
import type { Fault, TextFile, CompileContext } from './types.ts';
import { documentParts } from './document-blocks.ts';
import { settingsFor } from './file-settings.ts';
import { formatOf } from './format.ts';
import type { Ignores } from './ignores.ts';
import { Linter } from './linter.ts';
import type { Alert } from './linter.ts';
import { matcherOf } from './matcher.ts';
import { loadStyles } from './styles.ts';
import type { LoadedStyles } from './styles.ts';
import type { ProjectWords } from './vocabulary.ts';
import { BadPattern } from './types.ts';

export interface ValeProject {
  readonly styles: LoadedStyles;
  /** Undefined for a file in markup or code that only Vale reads. */
  readonly lint: (path: string, source: string) => readonly Alert[] | undefined;
  readonly faults: readonly Fault[];
}

export interface ProjectFiles {
  /** The files of the styles paths, named from there. */
  readonly styles: readonly TextFile[];
  readonly words: ProjectWords;
}

type Patterns = Readonly<Record<'blocks' | 'tokens', ReadonlyMap<string, Ignores['blocks']>>>;

function compiledIgnores({ everywhere, sections, path }: Configuration, faults: Fault[]): Patterns {
  const compiled = (sources: readonly string[], glob: string): Ignores['blocks'] =>
    sources.flatMap((source) => {
      try {
        return [matcherOf(source)];
      } catch (error) {
        if (!(error instanceof BadPattern)) throw error;
        faults.push({
          path,
          line: 1,
          column: 1,
          message: `[${glob}]: '${source}' is not taken: ${error.message}`,
        });
        return [];
      }
    });
  const all = [everywhere, ...sections];
  return {
    blocks: new Map(all.map(({ glob, blockIgnores }) => [glob, compiled(blockIgnores, glob)])),
    tokens: new Map(all.map(({ glob, tokenIgnores }) => [glob, compiled(tokenIgnores, glob)])),
  };
}

function ignoresFor(
  { everywhere, sections }: Configuration,
  patterns: Patterns,
  path: string,
  extension: string,
): Ignores {
  const held = [everywhere, ...sections.filter(({ matches }) => matches(extension) || matches(path))];
  return {
    blocks: held.flatMap(({ glob }) => patterns.blocks.get(glob) ?? []),
    tokens: held.flatMap(({ glob }) => patterns.tokens.get(glob) ?? []),
    comments: held.flatMap(({ comments }) => comments),
  };
}

export function valeProject(
  configuration: Configuration,
  { styles: files, words }: ProjectFiles,
  context: Omit<CompileContext, 'accepted' | 'wordTemplate'>,
): ValeProject {
  const faults: Fault[] = [...configuration.faults];
  const { wordTemplate, ignoredScopes, skippedScopes, ignoredClasses } = configuration;
  const styles = loadStyles(configuration, files, words, {
    ...context,
    accepted: words.accepted,
    wordTemplate,
  });
  const linter = new Linter(styles.rules, documentParts, context.verdicts);
  const refused = [...linter.faults()].flatMap(([rule, [source, fault]]) => {
    const say = styles.refusals.get(rule);
    return say ? [say(new BadPattern(source, fault))] : [];
  });
  const patterns = compiledIgnores(configuration, faults);
  return {
    styles,
    faults: [...faults, ...styles.faults, ...refused],
    lint: (path, source) => {
      const format = formatOf(path, configuration.formats);
      if (format.format === 'unread') return undefined;
      const settings = settingsFor(configuration, path);
      const ignores = ignoresFor(configuration, patterns, path, format.extension);
      const options = { ignores, ignoredScopes, skippedScopes, ignoredClasses };
      return linter.lint({ source, format, ...settings, options });
    },
  };
}

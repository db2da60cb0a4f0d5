/** Makes what checks files out of a recipe that can be sent to another thread. */
import { compileGuide } from '../brand-guide/engine/compile.ts';
import { readingContext } from '../brand-guide/engine/lint.ts';
import type { CompiledGuide } from '../brand-guide/engine/compile-rules.ts';
import { prepareGuide } from '../brand-guide/engine/prepare.ts';
import type { Channel, ChannelId } from '../brand-guide/engine/channel.ts';
import type { Finding } from '../brand-guide/engine/types.ts';
import { findMentions } from '../brand-guide/facts/find.ts';
import type { Mention } from '../brand-guide/facts/types.ts';
import { kindOfFile, readDocument } from '../brand-guide/markup/document.ts';
import { lintDocument } from '../brand-guide/markup/lint-document.ts';
import { projectionOf } from '../brand-guide/markup/projection.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { guideDictionaries } from './guide-dictionaries.ts';
import type { Terminal } from './terminal.ts';

/** Plain data. */
export interface LintRecipe {
  readonly guide?: Guide;
  /** The guide's own file: its dictionaries stand beside it. */
  readonly guideFile?: string;
  readonly locale: string;
  readonly channel?: ChannelId;
  /** The path of a Vale configuration. */
  readonly vale?: string;
}

/** Finds what is wrong with a text. The file's name tells its kind. */
export interface Checker {
  /** Findings over the source. @throws Refused `invalid-input` for a file that it cannot read. */
  readonly check: (file: string, source: string) => readonly Finding[];
}

export interface OpenChecker extends Checker {
  /** The facts that a fix may not change. */
  readonly facts: (file: string, source: string) => readonly Mention[];
  /** What the guide asks for and nothing checks in this language. */
  readonly notChecked: readonly string[];
  /** Something of the recipe could not be taken, and was said. */
  readonly faulty: boolean;
}

const documentOf = (file: string, source: string) => readDocument(source, kindOfFile(file) ?? 'text');

function guideChecker(compiled: CompiledGuide, channel: Channel | undefined): Checker {
  return { check: (file, source) => lintDocument(compiled, documentOf(file, source), channel) };
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || (a.rule < b.rule ? -1 : Number(a.rule > b.rule)) || a.end - b.end;
}

async function compile(
  terminal: Terminal,
  { guide, guideFile = '-', locale, channel }: LintRecipe,
): Promise<CompiledGuide | undefined> {
  if (!guide) return undefined;
  await prepareGuide(guide);
  const dictionaries = await guideDictionaries(terminal, guide, guideFile, locale);
  return compileGuide(guide, { locale, ...(channel && { channel }) }, { dictionaries });
}

/**
 * Loads the channel's counting and Vale's configuration only where they are asked for: each takes long to load.
 * @throws Refused `invalid-input` for a configuration or a dictionary that cannot be read, `not-available-yet` for a
 * channel without a module.
 */
export async function openChecker(terminal: Terminal, recipe: LintRecipe): Promise<OpenChecker> {
  const { channel: id, vale: path } = recipe;
  const channel = id && (await import('./channel-option.ts')).readChannel(id);
  const compiled = await compile(terminal, recipe);
  const vale =
    path === undefined ? undefined : await (await import('./vale-project.ts')).openVale(terminal, path);
  const checkers: readonly Checker[] = [
    ...(compiled ? [guideChecker(compiled, channel)] : []),
    ...(vale ? [vale] : []),
  ];
  const context = compiled && readingContext(compiled);
  return {
    check: (file, source) => {
      const [first = [], ...others] = checkers.map((checker) => checker.check(file, source));
      return others.length === 0 ? first : [first, ...others].flat().toSorted(byPlace);
    },
    facts: (file, source) =>
      context ? findMentions(projectionOf(documentOf(file, source)).text, context) : [],
    notChecked: (compiled?.notChecked ?? []).map(({ message }) => message),
    faulty: vale?.faulty ?? false,
  };
}

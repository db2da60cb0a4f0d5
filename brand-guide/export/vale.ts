/** Writes a guide as a Vale configuration, so that writers have its vocabulary in their editors. */
import { stringify } from 'yaml';
import { compileGuide } from '../engine/compile.ts';
import type { CompiledGuide } from '../engine/compile-rules.ts';
import { languageOf } from '../engine/locale.ts';
import type { Place } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import { valeCounts } from './vale-counts.ts';
import type { ValeRule } from './vale-rule.ts';
import { valeTerms } from './vale-terms.ts';
import { notExpressed } from './vale-unsaid.ts';
import type { Unsaid } from './vale-unsaid.ts';

/** The first line of every file that is made; what has it may be written again. */
export const MADE = '# Made by `cantus guide export`: changes are lost.';

export interface ValeExport {
  /** The style that the brand's own rules stand in. */
  readonly style: string;
  /** Texts by path, `.vale.ini` first. */
  readonly files: ReadonlyMap<string, string>;
  /** What Vale cannot say. */
  readonly unsaid: readonly Unsaid[];
}

/** `Café Noir` as `CafeNoir`: Vale takes a style by its folder's name. */
function styleName({ meta, rules = {} }: Guide): string {
  const words =
    (meta.name.short ?? meta.name.full)
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/gu) ?? [];
  const name = words.map((word) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1)).join('');
  const own = Object.keys(rules).some((id) => id.startsWith(`${name}.`));
  return /^[A-Za-z]/u.test(name) && name !== 'Vale' && !own ? name : `Brand${name}`;
}

function yamlOf(fields: unknown): string {
  return `${MADE}\n${stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

/** `Style.Rule` as the guide has it, without what is the guide's own, at the level that its gates give it. */
function* ownRules({ rules = {}, gates }: Guide): Iterable<[path: string, text: string]> {
  for (const [id, rule] of Object.entries(rules)) {
    const [style = '', name = ''] = id.split('.');
    const { examples: _examples, ...fields } = Object(rule);
    const level = gates?.rules?.[id]?.severity;
    yield [`styles/${style}/${name}.yml`, yamlOf({ ...fields, ...(level && { level }) })];
  }
}

function accepted({ vocabulary, names = [] }: Guide): string[] {
  const words = [
    ...(vocabulary?.accept ?? []),
    ...names.flatMap(({ canonical, forms }) => [canonical, ...Object.values(forms ?? {}).flat()]),
  ];
  return [...new Set(words)].map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&'));
}

function iniOf(style: string, { guide, place }: CompiledGuide, hasVocabulary: boolean): string {
  const off = Object.entries(guide.gates?.rules ?? {}).filter(
    ([id, change]) => change.off && Object.hasOwn(guide.rules ?? {}, id),
  );
  const styles = [...new Set([style, ...Object.keys(guide.rules ?? {}).map((id) => id.split('.')[0] ?? id)])];
  const spelling = guide.vocabulary?.spelling !== undefined && languageOf(place.locale) === 'en';
  return [
    MADE,
    'StylesPath = styles',
    'MinAlertLevel = suggestion',
    ...(hasVocabulary ? [`Vocab = ${style}`] : []),
    '',
    '[*]',
    `BasedOnStyles = ${styles.join(', ')}`,
    ...(spelling ? ['Vale.Spelling = YES'] : []),
    ...off.map(([id]) => `${id} = NO`),
    '',
  ].join('\n');
}

/** The guide as it holds in one place: Vale knows neither channels nor locales. Paths are below one folder. */
export function exportVale(guide: Guide, place: Place): ValeExport {
  const compiled = compileGuide(guide, place);
  const style = styleName(compiled.guide);
  const made: readonly ValeRule[] = [...valeTerms(compiled), ...valeCounts(compiled)];
  const words = accepted(compiled.guide);
  const files = new Map([
    ['.vale.ini', iniOf(style, compiled, words.length > 0)],
    ...(words.length > 0
      ? [[`styles/config/vocabularies/${style}/accept.txt`, `${words.join('\n')}\n`] as const]
      : []),
    ...made.map(({ name, fields }) => [`styles/${style}/${name}.yml`, yamlOf(fields)] as const),
    ...ownRules(compiled.guide),
  ]);
  return { style, files, unsaid: notExpressed(guide, compiled, made) };
}

/** Lists what of a guide no Vale rule can say. */
import type { CompiledGuide } from '../engine/compile-rules.ts';
import { holdsIn } from '../engine/vocabulary.ts';
import type { Guide } from '../schema/guide.ts';
import type { ValeRule } from './vale-rule.ts';

export interface Unsaid {
  /** Of the guide, such as `disclosures`. */
  readonly path: string;
  readonly message: string;
}

const WHOLE: Readonly<Partial<Record<keyof Guide, string>>> = {
  numbers: 'Vale reads no figures',
  mentions: 'Vale knows no handles',
  links: 'Vale leaves links out',
  cta: 'Vale cannot ask for a line that is missing',
  disclosures: 'Vale cannot ask for a line that is missing',
  requiredPhrases: 'Vale cannot ask for a line that is missing',
  facts: 'Vale compares with no facts',
  color: 'Vale reads no pictures',
  typography: 'Vale reads no pictures',
  imagery: 'Vale reads no pictures',
  consistency: 'Vale reads one text at a time',
};

/** Fields that a rule stands for, where it was made; the others have none. */
const PARTLY: readonly (readonly [section: keyof Guide, field: string, rule: string | undefined])[] = [
  ['voice', 'person', undefined],
  ['voice', 'address', undefined],
  ['voice', 'activeVoice', undefined],
  ['voice', 'contractions', undefined],
  ['voice', 'allCapsMax', undefined],
  ['voice', 'exclamationMax', 'Exclamations'],
  ['readability', 'metric', 'Readability'],
  ['readability', 'min', undefined],
  ['readability', 'minWords', undefined],
  ['readability', 'sentenceMaxWords', 'Sentences'],
  ['casing', 'headline', 'Headlines'],
  ['casing', 'body', undefined],
  ['punctuation', 'quotes', undefined],
  ['punctuation', 'dashes', undefined],
  ['punctuation', 'oxfordComma', undefined],
  ['punctuation', 'spaceBefore', undefined],
  ['punctuation', 'ellipsis', 'Ellipsis'],
  ['emoji', 'position', undefined],
  ['emoji', 'asBullets', undefined],
  ['hashtags', 'required', undefined],
  ['hashtags', 'case', undefined],
  ['hashtags', 'position', undefined],
];

function* elsewhere(guide: Guide, { place }: CompiledGuide): Iterable<Unsaid> {
  for (const { id, channels, locales } of [...(guide.vocabulary?.terms ?? []), ...(guide.claims ?? [])]) {
    if (holdsIn({ ...(channels && { channels }), ...(locales && { locales }) }, place)) continue;
    const where = [...(channels ?? []), ...(locales ?? [])].join(', ');
    yield { path: id, message: `holds for ${where}, which is not this export's place` };
  }
}

export function notExpressed(guide: Guide, compiled: CompiledGuide, made: readonly ValeRule[]): Unsaid[] {
  const names = new Set(made.map(({ name }) => name));
  const whole = Object.entries(WHOLE).flatMap(([path, message]) =>
    Object.hasOwn(compiled.guide, path) ? [{ path, message }] : [],
  );
  const partly = PARTLY.flatMap(([section, field, rule]) => {
    const given: unknown = compiled.guide[section];
    const has = typeof given === 'object' && given !== null && field in given;
    if (!has || (rule !== undefined && names.has(rule))) return [];
    const off =
      rule === undefined
        ? 'no kind of Vale rule says it'
        : 'the guide turns its rule off, or no kind of Vale rule says it so';
    return [{ path: `${section}.${field}`, message: off }];
  });
  const trademarks = (compiled.guide.names ?? []).filter(({ trademark }) => trademark !== undefined);
  const signs = trademarks.map(({ id }) => ({
    path: `names.${id}.trademark`,
    message: 'Vale knows no first mention',
  }));
  return [...whole, ...partly, ...signs, ...elsewhere(guide, compiled)];
}

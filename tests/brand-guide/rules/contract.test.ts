import { describe, expect, test } from 'vitest';
import { rules } from '../../../brand-guide/rules/every-rule.ts';
import { fixWith, lintWith } from './lint-with.ts';

describe.each(rules.map((rule) => [rule.meta.id, rule] as const))('%s', (id, { meta }) => {
  const accepted = meta.examples.flatMap((example) =>
    (example.accept ?? []).map((text) => ({ example, text })),
  );
  const rejected = meta.examples.flatMap((example) =>
    (example.reject ?? []).map((one) => ({ example, ...one })),
  );

  test('is documented and shows what it accepts and rejects', () => {
    expect([meta.says, meta.docs].every((text) => text.endsWith('.'))).toBe(true);
    expect([accepted.length, rejected.length].every((count) => count > 0)).toBe(true);
  });

  test.each(accepted)('accepts $text', ({ example, text }) => {
    expect(lintWith(id, example, text)).toEqual([]);
  });

  test.each(rejected)('rejects $text', ({ example, text, evidence, fixed }) => {
    const findings = lintWith(id, example, text);
    expect(findings).not.toEqual([]);
    for (const finding of findings) expect(text.slice(finding.start, finding.end)).toBe(finding.evidence);
    const evidences = findings.map((finding) => finding.evidence);
    expect(evidences).toContain(evidence ?? evidences[0]);
    expect(fixed ?? fixWith(id, example, text)).toBe(fixWith(id, example, text));
    expect(findings.some((finding) => finding.fix !== undefined) && !meta.fixable).toBe(false);
  });

  test.each(rejected.filter((one) => one.fixed !== undefined))(
    'the fix of $text removes what it mends',
    ({ example, text, fixed = '' }) => {
      const left = lintWith(id, example, fixed);
      expect(left.filter((finding) => finding.fix)).toEqual([]);
      expect(left.length).toBeLessThan(lintWith(id, example, text).length);
    },
  );
});

test('ids are unique', () => {
  expect(new Set(rules.map((rule) => rule.meta.id)).size).toBe(rules.length);
});

/** Compares what two guides find in one text. */
import type { Guide } from '../schema/guide.ts';
import { compileGuide } from './compile.ts';
import { lint } from './lint.ts';
import type { CompiledGuide } from './compile-rules.ts';
import type { Finding, Place, Subject } from './types.ts';

/** A text as it is judged at its place. */
export interface Judged {
  readonly subject: Subject;
  readonly account?: string;
  /** Fingerprints of the waivers that hold for it: a waived finding does not fail. */
  readonly waived?: readonly string[];
}

/** `newly-fails` stands under the second guide alone, `mended` under the first alone; `changes` in severity or gate under both. */
export type Difference = { readonly observed: boolean } & (
  | { readonly effect: 'newly-fails'; readonly finding: Finding }
  | { readonly effect: 'mended'; readonly finding: Finding }
  | { readonly effect: 'changes'; readonly finding: Finding; readonly before: Finding }
);

interface Verdict {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly observes: (rule: string) => boolean;
}

function placeOf({ subject: { locale, channel }, account }: Judged): Place {
  return { locale, ...(channel && { channel: channel.spec.id }), ...(account !== undefined && { account }) };
}

/** Compiles the guide once for each place. */
function judgeBy(guide: Guide): (text: Judged) => Verdict {
  const compiled = new Map<string, CompiledGuide>();
  return (text) => {
    const place = placeOf(text);
    const key = JSON.stringify([place.locale, place.channel, place.account]);
    const ready = compiled.get(key) ?? compileGuide(guide, place);
    compiled.set(key, ready);
    const waived = new Set(text.waived);
    const standing = lint(ready, text.subject).filter(
      ({ waivable, fingerprint }) => !(waivable && waived.has(fingerprint)),
    );
    return {
      findings: new Map(standing.map((finding) => [finding.fingerprint, finding])),
      observes: (rule) => ready.guide.gates?.rules?.[rule]?.observe ?? false,
    };
  };
}

function compare(before: Verdict, after: Verdict): Difference[] {
  const now = [...after.findings.values()].flatMap((finding): Difference[] => {
    const observed = after.observes(finding.rule);
    const was = before.findings.get(finding.fingerprint);
    if (!was) return [{ effect: 'newly-fails', finding, observed }];
    if (was.severity === finding.severity && was.gate === finding.gate) return [];
    return [{ effect: 'changes', finding, before: was, observed }];
  });
  const gone = [...before.findings.values()].filter(({ fingerprint }) => !after.findings.has(fingerprint));
  const mended = gone.map((finding) => ({
    effect: 'mended' as const,
    finding,
    observed: before.observes(finding.rule),
  }));
  return [...now, ...mended];
}

/** In the order of the second guide's findings, then of the first's. Each guide is compiled once for each place. */
export function differencesBetween(before: Guide, after: Guide): (text: Judged) => readonly Difference[] {
  const [was, is] = [judgeBy(before), judgeBy(after)];
  return (text) => compare(was(text), is(text));
}

/** What GSM-7, the one-byte alphabet of SMS, lacks, and what may stand in for it. */
import alphabet from './gsm-7.json' with { type: 'json' };
import standIns from './gsm-7-stand-ins.json' with { type: 'json' };
import lookAlikes from './look-alikes.json' with { type: 'json' };
import type { Range } from './types.ts';

/**
 * `same`: it reads the same; `other`: a letter, sign or look-alike that a person must agree to; `none`: nothing stands in.
 */
export type StandIn =
  { readonly kind: 'same' | 'other'; readonly text: string } | { readonly kind: 'none'; readonly text: '' };

/** Characters in a row that GSM-7 lacks, with stand-ins of one kind. */
export type ForeignRun = Range & StandIn;

const ESCAPED = (alphabet.basic + alphabet.extension).replaceAll(/[\\\]^-]/gu, String.raw`\$&`);
const FOREIGN = new RegExp(`[${ESCAPED}]\\p{M}+|[^${ESCAPED}]\\p{M}*`, 'gu');
const ALL_GSM = new RegExp(`^[${ESCAPED}]*$`, 'u');

const STAND_INS: ReadonlyMap<string, string> = new Map(Object.entries(standIns));
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries(lookAlikes).flatMap(([latin, others]) =>
    Array.from(others).map((one) => [one, latin] as const),
  ),
);
/** Marks and spaces mean the same in another dress; letters and signs do not. */
const DRESS = /^[\p{P}\p{Z}\p{Sk}\p{Sm}\p{Cf}\t]$/u;
const MARKS = /\p{M}+/gu;

function standInOf(cluster: string): StandIn {
  const composed = cluster.normalize('NFC');
  if (ALL_GSM.test(composed)) return { kind: 'same', text: composed };
  const known = STAND_INS.get(composed);
  if (known !== undefined) return { kind: DRESS.test(composed) ? 'same' : 'other', text: known };
  const bare = composed.normalize('NFD').replaceAll(MARKS, '');
  const plain = LOOK_ALIKES.get(composed) ?? bare;
  return plain !== '' && ALL_GSM.test(plain) ? { kind: 'other', text: plain } : { kind: 'none', text: '' };
}

/** In order; neighbours of one kind are one run. */
export function foreignRuns(text: string): ForeignRun[] {
  const runs: ForeignRun[] = [];
  const known = new Map<string, StandIn>();
  for (const { 0: cluster, index } of text.matchAll(FOREIGN)) {
    const end = index + cluster.length;
    const standIn = known.get(cluster) ?? standInOf(cluster);
    known.set(cluster, standIn);
    const last = runs.at(-1);
    if (last?.end === index && last.kind === standIn.kind && standIn.kind === 'none') {
      runs[runs.length - 1] = { ...last, end };
    } else if (last?.end === index && last.kind === standIn.kind && last.kind !== 'none') {
      runs[runs.length - 1] = { kind: last.kind, start: last.start, end, text: last.text + standIn.text };
    } else runs.push({ start: index, end, ...standIn });
  }
  return runs;
}

const GREEK = /\p{sc=Greek}\p{M}*/gu;
const GREEK_LATIN: ReadonlyMap<string, string> = new Map(
  Array.from('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', (letter, at) => [letter, 'ABEZHIKMNOPTYX'.charAt(at)] as const),
);

/** Greek in the capitals that GSM-7 has, Latin ones where they look the same: how Greek is sent in one-byte messages. */
export function greekCapitals(text: string): string {
  return text.replaceAll(GREEK, (cluster) => {
    const capital = cluster.normalize('NFD').replaceAll(MARKS, '').toUpperCase();
    return GREEK_LATIN.get(capital) ?? capital;
  });
}

/** The text with every stand-in written, and what has none left out. */
export function withStandIns(text: string, runs: readonly ForeignRun[]): string {
  let written = '';
  let at = 0;
  for (const run of runs) {
    written += text.slice(at, run.start) + run.text;
    at = run.end;
  }
  return written + text.slice(at);
}

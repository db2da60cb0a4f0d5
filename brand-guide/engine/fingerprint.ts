/** Names a finding so that a waiver still fits it after unrelated edits. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { foldText } from './fold.ts';
import type { Report } from './types.ts';

/** Counts, per rule, field and picture, how often the same evidence came before. Feed it findings in their order. */
export function fingerprinter(): (rule: string, report: Report, evidence: string) => string {
  const seen = new Map<string, number>();
  return (rule, report, evidence) => {
    // A finding that something is missing has no evidence; its item tells it from its neighbours.
    const about = evidence === '' ? (report.item ?? report.message) : foldText(evidence);
    const place = report.image === undefined ? [report.field] : [report.field, report.image];
    const key = JSON.stringify([rule, ...place, about]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return bytesToHex(sha256(utf8ToBytes(`${key}#${occurrence}`)).subarray(0, 16));
  };
}

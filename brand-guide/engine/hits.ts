/** Settles which of the overlapping finds of a scan each rule is shown. */
import type { Found } from './scanner.ts';
import type { Hit, Range, Scope } from './types.ts';

function byStart(a: Found, b: Found): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    Number(b.literal.excuses ?? false) - Number(a.literal.excuses ?? false)
  );
}

/** Both sorted by start. Quotations are read like any text; what else is a scope is no prose. */
function outsideScopes(found: readonly Found[], scopes: readonly Scope[]): Found[] {
  const closed = scopes.filter((scope) => scope.kind !== 'quotation');
  let next = 0;
  return found.filter((hit) => {
    while ((closed[next]?.end ?? Infinity) <= hit.start) next++;
    return hit.literal.anywhere || (closed[next]?.start ?? Infinity) >= hit.end;
  });
}

/** Drops what stands inside something longer that is right as it stands. */
function outsideShields(found: readonly Found[]): Found[] {
  let shield: Range = { start: -1, end: -1 };
  return found.filter((hit) => {
    const inside = shield.end > hit.end || (shield.end === hit.end && shield.start < hit.start);
    if (hit.literal.shields && hit.end > shield.end) shield = hit;
    return hit.literal.anywhere || !inside;
  });
}

/** Drops what stands inside an exception of its own item. */
function unexcused(hits: readonly Hit[]): Hit[] {
  const reached = new Map<string, number>();
  return hits.filter(({ end, literal }) => {
    const excused = (reached.get(literal.item) ?? -1) >= end;
    if (literal.excuses && !excused) reached.set(literal.item, end);
    return !literal.excuses && !excused;
  });
}

/** Of one rule's overlapping hits the leftmost, and of those the longest. */
function apart(hits: readonly Hit[]): Hit[] {
  let reached = 0;
  return hits.filter((hit) => {
    if (hit.literal.anywhere) return true;
    if (hit.start < reached) return false;
    reached = hit.end;
    return true;
  });
}

/** Hits by rule, each list in order. */
export function settleHits(found: readonly Found[], scopes: readonly Scope[]): Map<string, Hit[]> {
  const kept = outsideShields(outsideScopes(found.toSorted(byStart), scopes));
  const byRule = new Map<string, Hit[]>();
  for (const hit of kept) {
    const hits = byRule.get(hit.rule);
    if (hits) hits.push(hit);
    else byRule.set(hit.rule, [hit]);
  }
  return new Map([...byRule].map(([rule, hits]) => [rule, apart(unexcused(hits))]));
}

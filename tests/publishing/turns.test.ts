import { describe, expect, it } from 'vitest';
import { asId, type EntryId, type WorkspaceId } from '../../functions/core/ids.ts';
import { nameOf, type Due } from '../../functions/use-cases/publishing/find-due.ts';
import { Turns } from '../../functions/use-cases/publishing/turns.ts';

const due = (workspace: string, entry: number): Due => ({
  workspace: asId<WorkspaceId>(workspace),
  entry: asId<EntryId>(String(entry)),
});
const many = (workspace: string, count: number): Due[] =>
  Array.from({ length: count }, (_, at) => due(workspace, at));

const filled = (atOnce: number, all: readonly Due[]): Turns => {
  const turns = new Turns(atOnce);
  for (const one of all) turns.add(one);
  return turns;
};

const takenFrom = (turns: Turns): string[] => {
  const names: string[] = [];
  for (let one = turns.take(); one; one = turns.take()) names.push(nameOf(one));
  return names;
};

describe('turns', () => {
  it('go round by workspace, whoever came first', () => {
    const turns = filled(8, [...many('noisy', 3), ...many('quiet', 1), ...many('calm', 2)]);
    expect(takenFrom(turns)).toEqual(['noisy#0', 'quiet#0', 'calm#0', 'noisy#1', 'calm#1', 'noisy#2']);
  });

  it('leave room for others when one workspace has all under way that it may', () => {
    const turns = filled(2, many('noisy', 9));
    expect(takenFrom(turns)).toEqual(['noisy#0', 'noisy#1']);
    turns.add(due('quiet', 0));
    expect(takenFrom(turns)).toEqual(['quiet#0']);
    turns.over(due('noisy', 1));
    expect(takenFrom(turns)).toEqual(['noisy#2']);
    expect(turns.waiting).toBe(6);
  });

  it('take nothing twice while it waits or is under way, and again after', () => {
    const turns = filled(1, many('tea', 2));
    expect(many('tea', 2).map((one) => turns.add(one))).toEqual([false, false]);
    expect(takenFrom(turns)).toEqual(['tea#0']);
    expect(turns.add(due('tea', 0))).toBe(false);
    turns.over(due('tea', 0));
    expect(turns.add(due('tea', 0))).toBe(true);
    expect(takenFrom(turns)).toEqual(['tea#1']);
  });
});

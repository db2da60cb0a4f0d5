/** "Not this fact": a person's word on a mention, kept with the variant through its edits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listEvents } from '../../functions/use-cases/list-events.ts';
import { checkConsistency } from '../../functions/use-cases/campaign/check-consistency.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { markMention, type MarkInput } from '../../functions/use-cases/variant/mark-mention.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';

describe('marking a mention', () => {
  let test: ApprovedWorld;
  beforeAll(async () => {
    test = await makeApprovedWorld();
  });
  afterAll(() => test.close());

  const view = () => getVariant(test.world, test.manager.session, test.variant);
  const unknown = async () =>
    (await view()).findings.filter(({ rule }) => rule === 'fact-unknown').map(({ evidence }) => evidence);
  const write = async (change: (text: string) => string) => {
    const { rev, revision } = await view();
    const parts = revision.parts.map((part) => ({ ...part, text: change(part.text) }));
    const { media, link } = revision;
    const content = { parts, media, ...(link !== undefined && { link }) };
    await putVariant(test.world, test.manager.session, { id: test.variant, ifRev: rev, content });
  };
  const mark = async (text: string, is: MarkInput['is']) => {
    const { rev, revision } = await view();
    const [part] = revision.parts;
    const start = part?.text.indexOf(text) ?? -1;
    const range = { field: part?.field ?? '', start, end: start + text.length };
    return markMention(test.world, test.manager.session, { id: test.variant, ifRev: rev, ...range, is });
  };

  it('takes the finding away, in the variant and in the report, and is no edit', async () => {
    await write((text) => `${text}\nA second glass is €3.10.`);
    expect(await unknown()).toEqual(['€3.10']);
    const before = await view();
    const marked = await mark('€3.10', 'not-fact');
    expect(marked).toMatchObject({
      rev: before.rev,
      value: {
        notFacts: [{ field: 'text', kind: 'price', text: '€3.10', by: test.manager.session.member.user }],
      },
    });
    expect(await unknown()).toEqual([]);
    expect((await view()).hash).toBe(before.hash);
    const report = await checkConsistency(test.world, test.manager.session, before.value.place.campaign);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('fact-unknown');
  });

  it('holds through edits where the same evidence stands, and in the stored findings', async () => {
    await write((text) => `${text}\nOr €3.10 with milk, €3.60 with oats.`);
    expect(await unknown()).toEqual(['€3.60']);
    expect((await view()).revision.findings.map(({ evidence }) => evidence)).not.toContain('€3.10');
  });

  it('is audited, and can be taken back', async () => {
    await mark('€3.10', 'fact');
    expect(await unknown()).toEqual(['€3.10', '€3.10', '€3.60']);
    const { session } = await test.asMember('viewer');
    const { items } = await listEvents(test.world, session, {
      of: 'variant',
      id: test.variant,
      limit: 50,
    });
    const marks = items.filter(({ type }) => type === 'mention.marked').map(({ data }) => data);
    expect(marks).toEqual([
      { field: 'text', kind: 'price', text: '€3.10', is: 'not-fact' },
      { field: 'text', kind: 'price', text: '€3.10', is: 'fact' },
    ]);
  });

  it.each([
    ['a range that mentions nothing', 'A second', 'not-fact', 'not-found'],
    ['to take back what is not marked', '€3.60', 'fact', 'not-found'],
  ] as const)('refuses %s', async (_what, text, is, code) => {
    await expect(mark(text, is)).rejects.toMatchObject({ code });
  });

  it('refuses a mark on a text that changed meanwhile', async () => {
    const { rev } = await view();
    const input = { id: test.variant, field: 'text', start: 0, end: 1, is: 'not-fact' as const };
    await expect(
      markMention(test.world, test.manager.session, { ...input, ifRev: rev - 1 }),
    ).rejects.toMatchObject({ code: 'stale' });
  });
});

/** A channel that chooses its sentences takes none whose claim nothing proves; one that tells all leaves them to a person. */
import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../brand-guide/engine/compile.ts';
import { prepareGuide } from '../../brand-guide/engine/prepare.ts';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { adaptPlace } from '../../functions/adapt/adapt-place.ts';
import type { Adapted } from '../../functions/adapt/adapt-place.ts';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';

const guide: Guide = {
  ...neutralGuide,
  claims: [{ id: 'fastest', pattern: '\\bfastest\\b', needs: 'evidence' }],
};

const campaignOf = (body: string): string => `
name: Ferry
zone: Etc/UTC
locales: [en-GB]
channels: [instagram, facebook, email]
message:
  headline: Sleep on the way to Naxos
  body: |
${body.replace(/^/gmu, '    ')}
  cta: { text: Book a berth, url: 'https://ferry.example/n' }
`;

async function told(channel: ChannelId, body: string): Promise<Adapted> {
  await prepareGuide(guide);
  const read = readCampaign(campaignOf(body), { locale: 'en-GB', zone: 'Etc/UTC' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const compiled = compileGuide(guide, { channel, locale: 'en-GB' });
  const format = channel === 'email' ? 'message' : 'feed';
  const place = { step: 'main', channel, format, locale: 'en-GB' };
  return adaptPlace(read.campaign, place, compiled.guide, compiled);
}

const textOf = ({ content }: Adapted): string => content.parts.map(({ text }) => text).join('\n');
const blocked = ({ findings }: Adapted): readonly string[] =>
  findings.filter(({ gate }) => gate === 'block').map(({ rule }) => rule);

const BODY =
  'Ours is the fastest ferry of the islands and the night ferry to Naxos.\nThe night ferry has a bed for you and a café that opens at five in the morning.';

describe('a claim that nothing proves', () => {
  it('is not chosen for a caption', async () => {
    const said = await told('instagram', BODY);
    expect(textOf(said)).not.toContain('fastest');
    expect(textOf(said)).toContain('a bed for you');
    expect(blocked(said)).toEqual([]);
    expect(said.notes.leftOut.find(({ what }) => what.includes('fastest'))?.why).toMatch(
      /^the guide blocks its claim/u,
    );
  });

  it('is not chosen in the place of another', async () => {
    const body = `${BODY}\nThe fastest of our cooks bakes the bread of the night ferry to Naxos on board.`;
    const said = await told('instagram', body);
    expect(textOf(said)).not.toContain('fastest');
    expect(blocked(said)).toEqual([]);
  });

  it('is told by a channel that tells all, and found', async () => {
    const said = await told('facebook', BODY);
    expect(textOf(said)).toContain('fastest');
    expect(blocked(said)).toEqual(['claim']);
  });

  it('is no preheader beside it', async () => {
    const said = await told('email', BODY);
    expect(said.content.parts.find(({ field }) => field === 'preheader')?.text).not.toContain('fastest');
  });

  it('leaves the hook to tell where there is nothing else', async () =>
    expect(textOf(await told('instagram', 'Sleep on the fastest ferry.'))).toContain('Sleep on the way'));
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { s3Media } from '../../../functions/adapters/aws/s3-media.ts';
import { s3StandIn } from './s3-stand-in.ts';

const bytes = new TextEncoder().encode('Ψωμί, καφές και δροσιά');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('media in S3', () => {
  it('keeps bytes under their SHA-256, and gives them back', async () => {
    const { s3, objects } = await s3StandIn();
    const media = s3Media(s3, 'media');
    expect(await media.put(bytes)).toEqual({ sha256 });
    expect([...objects.keys()]).toEqual([`sha256/${sha256}`]);
    expect(await media.get(sha256)).toEqual(bytes);
  });

  it('lets S3 verify the bytes, and never overwrites', async () => {
    const { s3, asked } = await s3StandIn();
    await s3Media(s3, 'media').put(bytes);
    expect(asked[0]?.headers).toMatchObject({
      'if-none-match': '*',
      'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
    });
  });

  it('takes the same bytes twice', async () => {
    const { s3, objects } = await s3StandIn();
    const media = s3Media(s3, 'media');
    await media.put(bytes);
    expect(await media.put(bytes)).toEqual({ sha256 });
    expect(objects.size).toBe(1);
  });

  it.each([
    ['bytes that nobody put', 'f'.repeat(64), 1],
    ['something that is no hash', '../../secrets', 0],
  ])('has nothing for %s', async (_what, asking, calls) => {
    const { s3, asked } = await s3StandIn();
    expect(await s3Media(s3, 'media').get(asking)).toBeUndefined();
    expect(asked.length).toBe(calls);
  });

  it('sends again while another put of the same bytes is under way', async () => {
    const { s3, objects, failNext } = await s3StandIn();
    failNext(409, 'ConditionalRequestConflict');
    await s3Media(s3, 'media').put(bytes);
    expect(objects.size).toBe(1);
  });

  it.each([
    ['put', 'AccessDenied'],
    ['get', 'AccessDenied'],
  ] as const)('says when S3 refuses a %s', async (verb, code) => {
    const { s3, failNext } = await s3StandIn();
    failNext(403, code);
    const media = s3Media(s3, 'media');
    await expect(verb === 'put' ? media.put(bytes) : media.get(sha256)).rejects.toThrow(code);
  });
});

/** One S3 bucket on loopback: conditional puts, gets, and lists in key order. */
import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { type Answer, type Asked, loopback } from './loopback.ts';

const fault = (status: number, code: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

const listed = (keys: readonly string[]): Answer => ({
  headers: { 'content-type': 'application/xml' },
  body: `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
});

export async function s3StandIn() {
  const objects = new Map<string, string>();
  const faults: Answer[] = [];
  const put = ({ headers, body }: Asked, key: string): Answer => {
    if (headers['if-none-match'] === '*' && objects.has(key)) return fault(412, 'PreconditionFailed');
    const sum = headers['x-amz-checksum-sha256'];
    if (sum !== undefined && sum !== createHash('sha256').update(body).digest('base64'))
      return fault(400, 'BadDigest');
    objects.set(key, body);
    return {};
  };
  const { client, asked } = await loopback((one) => {
    const url = new URL(one.path, 'http://s3');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const queued = faults.shift();
    if (queued !== undefined) return queued;
    if (one.method === 'PUT') return put(one, key);
    const prefix = url.searchParams.get('prefix');
    if (prefix !== null) {
      const keys = [...objects.keys()].filter((name) => name.startsWith(prefix)).toSorted();
      return listed(keys.slice(0, Number(url.searchParams.get('max-keys'))));
    }
    const body = objects.get(key);
    return body === undefined ? fault(404, 'NoSuchKey') : { body };
  });
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const failNext = (status: number, code: string): number => faults.push(fault(status, code));
  return { s3, objects, asked, failNext };
}

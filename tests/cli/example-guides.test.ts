/** The example guides at work: real-shaped campaigns go to every channel without anything that blocks. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from './support/run.ts';

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

interface Voice {
  readonly channel: string;
  readonly locale: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly evidence: string;
  }[];
}

const adapt = async (campaign: string, guide: string) => {
  const files = [
    path(`tests/fixtures/campaigns/${campaign}`),
    '--guide',
    path(`brand-guide/guides/${guide}`),
  ];
  const channels = ['--channel', 'facebook', '--channel', 'sms'];
  const { status, out } = await run(['adapt', ...files, ...channels, '--format', 'json']);
  const voices: Voice[] = JSON.parse(out);
  return { status, voices };
};

it('the bank’s campaign has evidence for its claims and says what it must', async () => {
  const { status, voices } = await adapt('kestrel-notice.yaml', 'kestrel-bank.yaml');
  expect(status).toBe(0);
  expect(voices.map(({ channel, locale }) => `${channel} ${locale}`)).toEqual([
    'facebook en-GB',
    'facebook el-GR',
    'sms en-GB',
    'sms el-GR',
  ]);
  const errors = voices.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  expect(errors).toEqual([]);
});

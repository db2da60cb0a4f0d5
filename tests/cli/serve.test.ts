import { readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderWith, run } from './support/run.ts';

const takenPort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

describe('cantus serve', () => {
  it('serves until it is stopped, and prints nothing on standard output', async () => {
    const folder = await folderWith({});
    const ran = await run(['serve', '--port', '0', '--data', 'data'], { folder });
    expect(ran).toMatchObject({ status: 0, out: '' });
    expect(await readdir(folder)).toEqual(['data']);
    expect(ran.said.join('\n')).toMatch(/http:\/\/127\.0\.0\.1:\d+/u);
  });

  it('takes port and folder from the environment', async () => {
    const folder = await folderWith({});
    const env = { CANTUS_PORT: '0', CANTUS_DATA: join(folder, 'elsewhere') };
    const { status, said } = await run(['serve'], { folder, env });
    expect(status).toBe(0);
    expect(said.join('\n')).toContain(join(folder, 'elsewhere'));
  });

  it('says in one line that the port is taken', async () => {
    const folder = await folderWith({});
    const port = await takenPort();
    const { status, said } = await run(['serve', '--port', String(port), '--data', 'data'], { folder });
    expect({ status, said }).toEqual({
      status: 2,
      said: [expect.stringMatching(new RegExp(`^cantus: .*${port}.*taken`, 'u'))],
    });
  });

  it('says in one line that the data folder is in use', async () => {
    const folder = await folderWith({});
    const second = async () => run(['serve', '--port', '0', '--data', 'data'], { folder });
    let other: ReturnType<typeof second> | undefined;
    const first = run(['serve', '--port', '0', '--data', 'data'], {
      folder,
      stopped: () => {
        other = second();
        return other;
      },
    });
    expect(await first).toMatchObject({ status: 0 });
    expect(await other).toEqual({
      status: 2,
      out: '',
      said: [expect.stringMatching(/^cantus: The data folder .*data is in use by process \d+/u)],
    });
  });
});

/** A real Bluesky server on loopback, with a directory of identities in memory: prints its address, ends with its input. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envToCfg, envToSecrets, PDS } from '@atproto/pds';
import directory from '@did-plc/server';

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const identitiesPort = await freePort();
const identities = directory.PlcServer.create({ db: directory.Database.mock(), port: identitiesPort });
await identities.start();

const folder = await mkdtemp(join(tmpdir(), 'cantus-bluesky-'));
const port = await freePort();
const settings = {
  devMode: true,
  hostname: 'localhost',
  port,
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  didPlcUrl: `http://localhost:${identitiesPort}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  disableSsrfProtection: true,
  bskyAppViewUrl: 'https://view.invalid',
  bskyAppViewDid: 'did:example:invalid',
  adminPassword: randomBytes(16).toString('hex'),
  jwtSecret: randomBytes(16).toString('hex'),
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
  logEnabled: false,
};
const server = await PDS.create(envToCfg(settings), envToSecrets(settings));
await server.start();
console.log(`http://localhost:${port}`);

for await (const _ of process.stdin);
await server.destroy();
await identities.destroy();
await rm(folder, { recursive: true, force: true });
process.exit();

/** Credentials under another's KMS, and the home's apps in another's Secrets Manager. */
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeAll, describe, expect, it } from 'vitest';
import { kmsSecrets } from '../../../functions/adapters/aws/kms-secrets.ts';
import { secretClients } from '../../../functions/adapters/aws/secret-clients.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import { CLIENT, ENDPOINT, fresh, given } from './endpoint.ts';

const kms = new KMSClient(CLIENT);
const manager = new SecretsManagerClient(CLIENT);
const here = { workspace: 'harbour-tea', account: 'page' };
const PLAIN = JSON.stringify({ token: 'pass-word-1', name: 'Ελένη' });

describe.skipIf(ENDPOINT === '')('secrets at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  let secrets: ReturnType<typeof kmsSecrets>;
  let others: ReturnType<typeof kmsSecrets>;
  const withNewKey = async () =>
    kmsSecrets(kms, given((await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn));

  beforeAll(async () => {
    [secrets, others] = [await withNewKey(), await withNewKey()];
  });

  it('open as they were sealed, and are sealed otherwise each time', async () => {
    const [one, two] = [await secrets.seal(PLAIN, here), await secrets.seal(PLAIN, here)];
    expect(one).not.toBe(two);
    expect([await secrets.open(one, here), await secrets.open(two, here)]).toEqual([PLAIN, PLAIN]);
  });

  it.each([
    ['another account', { ...here, account: 'shop' }],
    ['another workspace', { ...here, workspace: 'other-tea' }],
    ['either the other way round', { workspace: here.account, account: here.workspace }],
  ])('do not open for %s', async (_, purpose) => {
    expect(await secrets.open(await secrets.seal(PLAIN, here), purpose)).toBeUndefined();
  });

  it('never open under another key, which one endpoint calls incorrect and another forbidden', async () => {
    const sealed = await secrets.seal(PLAIN, here);
    const opened = await others.open(sealed, here).catch((error: Error) => error.name);
    expect([undefined, 'AccessDeniedException']).toContain(opened);
  });

  it('do not open where the key or the text was altered', async () => {
    const [version = '', wrapped = '', text = ''] = (await secrets.seal(PLAIN, here)).split('.');
    const altered = (base64url: string) => {
      const bytes = Buffer.from(base64url, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      return bytes.toString('base64url');
    };
    expect(await secrets.open([version, altered(wrapped), text].join('.'), here)).toBeUndefined();
    expect(await secrets.open([version, wrapped, altered(text)].join('.'), here)).toBeUndefined();
  });

  it.each(['', 'v1.x', 'k1.x', 'k1..x', 'nonsense'])('do not open where "%s" was stored', async (stored) => {
    expect(await secrets.open(stored, here)).toBeUndefined();
  });

  it('name the apps of this home by channel', async () => {
    const Name = fresh('clients');
    const SecretString = '{"x":{"id":"a","secret":"b"},"linkedin":{"id":"c","scopes":["w_member_social"]}}';
    const { ARN } = await manager.send(new CreateSecretCommand({ Name, SecretString }));
    const clients = secretClients(manager, systemClock, given(ARN));
    expect(await clients.of('x')).toEqual({ id: 'a', secret: 'b' });
    expect(await clients.of('threads')).toBeUndefined();
  });

  it('say when there is no such secret', async () => {
    const clients = secretClients(manager, systemClock, fresh('none'));
    await expect(clients.of('x')).rejects.toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
  });
});

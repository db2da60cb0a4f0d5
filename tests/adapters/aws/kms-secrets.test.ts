import { KMSClient } from '@aws-sdk/client-kms';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { kmsSecrets } from '../../../functions/adapters/aws/kms-secrets.ts';
import { failure, json, loopback, type Asked } from './loopback.ts';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const here = { workspace: 'harbour-tea', account: 'page' };

/** KMS as it answers: a wrapped key opens only under the context it was made with. */
const standIn = () => {
  const wrapped = new Map<string, { readonly plain: string; readonly context: string }>();
  return ({ target, body }: Asked) => {
    const { EncryptionContext = {}, CiphertextBlob = '' } = JSON.parse(body);
    const context = JSON.stringify(EncryptionContext);
    if (target.endsWith('GenerateDataKey')) {
      const [plain, blob] = [randomBytes(32).toString('base64'), randomBytes(64).toString('base64')];
      wrapped.set(blob, { plain, context });
      return json({ Plaintext: plain, CiphertextBlob: blob, KeyId: KEY });
    }
    if (CiphertextBlob === '') return failure('ValidationException');
    const known = wrapped.get(CiphertextBlob);
    return known?.context === context
      ? json({ Plaintext: known.plain, KeyId: KEY })
      : failure('InvalidCiphertextException');
  };
};

const secretsOn = async (answer: (asked: Asked) => ReturnType<typeof json>) => {
  const { client, asked } = await loopback(answer);
  return { secrets: kmsSecrets(new KMSClient(client), KEY), asked };
};

describe('secrets on AWS', () => {
  it('open as they were sealed, under a data key of their own', async () => {
    const { secrets, asked } = await secretsOn(standIn());
    const sealed = await secrets.seal('pass-word-1', here);
    expect(await secrets.open(sealed, here)).toBe('pass-word-1');
    expect(JSON.parse(asked[0]?.body ?? '{}')).toMatchObject({ KeyId: KEY, EncryptionContext: here });
    expect(JSON.stringify(asked)).not.toContain('pass-word-1');
  });

  it.each([
    ['another account', { ...here, account: 'shop' }],
    ['another workspace', { ...here, workspace: 'other-tea' }],
  ])('do not open for %s', async (_, purpose) => {
    const { secrets } = await secretsOn(standIn());
    expect(await secrets.open(await secrets.seal('pass-word-1', here), purpose)).toBeUndefined();
  });

  it.each(['', 'v1.x', 'k1.x', 'k1..x', 'nonsense'])('do not open where "%s" was stored', async (stored) => {
    const { secrets } = await secretsOn(standIn());
    expect(await secrets.open(stored, here)).toBeUndefined();
  });

  it('tell of a trouble that may pass', async () => {
    const { secrets } = await secretsOn(() => failure('KMSInternalException', 500));
    await expect(secrets.seal('pass-word-1', here)).rejects.toThrow('KMSInternalException');
  });
});

/** Secrets on AWS: a KMS data key for each text, bound to what it is for by the encryption context. */
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Secrets } from '../../ports/secrets.ts';
import { openWith, randomWord, sealWith } from '../sealing.ts';

const VERSION = 'k1';
/** What KMS says of a key or a context that does not fit the ciphertext. */
const NOT_OURS = new Set(['InvalidCiphertextException', 'IncorrectKeyException']);

/** `keyId`: the id or ARN of a symmetric key. */
export const kmsSecrets = (kms: KMSClient, keyId: string): Secrets => {
  const dataKey = async (wrapped: string, context: Record<string, string>) => {
    const CiphertextBlob = Buffer.from(wrapped, 'base64url');
    // KMS calls an empty one a mistake of the request, not a ciphertext that does not fit.
    if (CiphertextBlob.length === 0) return undefined;
    try {
      return (
        await kms.send(new DecryptCommand({ KeyId: keyId, CiphertextBlob, EncryptionContext: context }))
      ).Plaintext;
    } catch (error) {
      if (error instanceof Error && NOT_OURS.has(error.name)) return undefined;
      throw error;
    }
  };
  return {
    async seal(plain, sealedFor) {
      const made = await kms.send(
        new GenerateDataKeyCommand({ KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { ...sealedFor } }),
      );
      if (!made.Plaintext || !made.CiphertextBlob) throw new Error('KMS made no data key');
      const wrapped = Buffer.from(made.CiphertextBlob).toString('base64url');
      return `${VERSION}.${wrapped}.${sealWith(made.Plaintext, plain, sealedFor)}`;
    },
    async open(sealed, sealedFor) {
      const [version, wrapped = '', text = ''] = sealed.split('.', 3);
      const key = version === VERSION ? await dataKey(wrapped, { ...sealedFor }) : undefined;
      return key && openWith(key, text, sealedFor);
    },
    random: randomWord,
  };
};

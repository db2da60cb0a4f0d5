/** Runs a conditional put of S3: `If-None-Match: *` keeps the object unless its key has one. */
import { S3ServiceException } from '@aws-sdk/client-s3';

const TRIES = 3;

/** S3 answers 409 while another put of the same key is under way; it asks for the put to be sent again. */
export async function unlessThere(put: () => Promise<unknown>): Promise<'kept' | 'there-already'> {
  for (let tries = 1; ; tries += 1) {
    try {
      await put();
      return 'kept';
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      if (error.name === 'PreconditionFailed') return 'there-already';
      if (error.name !== 'ConditionalRequestConflict' || tries === TRIES) throw error;
    }
  }
}

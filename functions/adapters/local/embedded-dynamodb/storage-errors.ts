/** Says what a disk's error means to a person. */
import { Refused } from '../../../core/errors.ts';

const FULL = /ENOSPC|EFBIG|EDQUOT|no space left on device|file too large|quota exceeded/iu;

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${textOf(error.cause)}` : '';

export const isStorageFull = (error: unknown): boolean => FULL.test(textOf(error));

/** The error to give to the caller: `storage-full` where that is what happened, else itself. */
export const storageError = (error: unknown, folder: string): unknown =>
  isStorageFull(error)
    ? new Refused(
        'storage-full',
        `The disk that holds ${folder} is full; nothing was saved. Free some space and try again.`,
        {
          folder,
        },
      )
    : error;

/** Turns what use cases answer into what the API shows. */
import type { Context } from 'hono';
import { etag } from './conditions.ts';

/** Sets the ETag and lays the value and its revision side by side. */
export const versioned = <T extends object, Rest extends object>(
  c: Context,
  { value, ...rest }: Rest & { readonly value: T; readonly rev: number },
) => {
  c.header('etag', etag(rest.rev));
  return { ...value, ...rest };
};

/** As `versioned`, for the items of a list. */
export const withRev = <T extends object>({ value, rev }: { readonly value: T; readonly rev: number }) => ({
  ...value,
  rev,
});

/** How a variant is shown: its head's `revision` is a number, so what the revision says stands under `content`. */
import type { Context } from 'hono';
import { etag } from './conditions.ts';

interface Head {
  readonly edition: number;
}

/** The edition is what `rev` shows. */
const headOf = <Value extends Head>({ edition: _shownAsRev, ...value }: Value): Omit<Value, 'edition'> =>
  value;

interface Shown<Value, Content> {
  readonly value: Value;
  readonly rev: number;
  readonly revision: Content;
}

export const layOut = <Value extends Head, Content, Rest extends object>({
  value,
  revision,
  ...rest
}: Rest & Shown<Value, Content>) => ({ ...headOf(value), ...rest, content: revision });

export const shownVariant = <Value extends Head, Content, Rest extends object>(
  c: Context,
  view: Rest & Shown<Value, Content>,
) => {
  c.header('etag', etag(view.rev));
  return layOut(view);
};

/** The head alone, as decisions answer it. */
export const shownHead = <Value extends Head>(
  c: Context,
  { value, rev }: { readonly value: Value; readonly rev: number },
) => {
  c.header('etag', etag(rev));
  return { ...headOf(value), rev };
};

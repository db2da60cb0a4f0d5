/** How a variant is shown: its head's `revision` is a number, so what the revision says stands under `content`. */
import type { Context } from 'hono';
import { etag } from './conditions.ts';

interface Shown<Value, Content> {
  readonly value: Value;
  readonly rev: number;
  readonly revision: Content;
}

export const layOut = <Value extends object, Content, Rest extends object>({
  value,
  revision,
  ...rest
}: Rest & Shown<Value, Content>) => ({ ...value, ...rest, content: revision });

export const shownVariant = <Value extends object, Content, Rest extends object>(
  c: Context,
  view: Rest & Shown<Value, Content>,
) => {
  c.header('etag', etag(view.rev));
  return layOut(view);
};

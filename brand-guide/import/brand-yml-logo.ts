/** The one logo that a guide keeps, of those that a brand.yml has. */
import type { Path } from '../schema/document-problem.ts';
import { fieldsOf, isFields, textOf } from './imported.ts';
import type { Fields, Leftovers } from './imported.ts';

const SIZES = ['large', 'medium', 'small'];
const ONE = 'a guide has one logo: the largest, on a light ground';

/** A path, or `{path, alt}`; a name of `images` stands for its own. */
function fileOf(value: unknown, images: Fields, path: Path, leftovers: Leftovers): string | undefined {
  const named = typeof value === 'string' && Object.hasOwn(images, value);
  if (named) return fileOf(images[value], {}, ['logo', 'images', value], leftovers);
  if (!isFields(value)) return textOf(value);
  if ('alt' in value) leftovers.note([...path, 'alt'], 'a guide keeps no alternative text of its logo');
  if ('dark' in value) leftovers.note([...path, 'dark'], ONE);
  return textOf(value['path']) ?? fileOf(value['light'], images, [...path, 'light'], leftovers);
}

/** The file of the logo: the largest size that there is, on a light ground. */
export function logoOf(logo: unknown, leftovers: Leftovers): string | undefined {
  if (!isFields(logo) || 'path' in logo) return fileOf(logo, {}, ['logo'], leftovers);
  const images = fieldsOf(logo['images']);
  const size = SIZES.find((name) => name in logo);
  const [first] = Object.keys(images);
  for (const name of Object.keys(logo))
    if (name !== size && name !== 'images') leftovers.note(['logo', name], ONE);
  const taken = size === undefined ? first : logo[size];
  for (const name of Object.keys(images)) if (name !== taken) leftovers.note(['logo', 'images', name], ONE);
  return taken === undefined ? undefined : fileOf(taken, images, ['logo', size ?? 'images'], leftovers);
}

/** A page of docs as the build checks it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

export async function formattedPage(name, text) {
  const filepath = join(fileURLToPath(new URL('..', import.meta.url)), 'docs', name);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

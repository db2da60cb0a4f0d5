/** The product's own YAML library, so that the guide is written as people's editors would. */
import { createRequire } from 'node:module';

const { stringify: write } = createRequire(new URL('../../package.json', import.meta.url))('yaml');

export const stringify = (value) => write(value, { aliasDuplicateObjects: false });

/** Builds `dist/` after an install; an install without the build's tools keeps what was shipped. */
import { execSync } from 'node:child_process';
import { createRequire } from 'node:module';

const hasTools = () => {
  try {
    return createRequire(import.meta.url).resolve('rolldown') !== '';
  } catch {
    return false;
  }
};

if (hasTools()) execSync('npm run --silent build', { stdio: 'inherit' });

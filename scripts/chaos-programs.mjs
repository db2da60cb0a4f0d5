/** Bundles the programs of `tests/chaos` into a folder, packages included, since a server that is killed so often starts as often. */
import { build } from 'rolldown';
import bundles from '../rolldown.config.js';

/** What loads machine code, and finds it beside itself. */
const NATIVE = /^(?:classic-level|mrml|sharp)$/u;

export const buildChaosPrograms = async (dir, programs, from = 'tests/chaos') => {
  const [home] = bundles;
  await build({
    ...home,
    input: Object.fromEntries(programs.map((one) => [one, `${from}/${one}.ts`])),
    external: NATIVE,
    logLevel: 'silent',
    output: { dir, format: 'esm', sourcemap: true },
  });
};

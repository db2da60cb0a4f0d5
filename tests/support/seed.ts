/** Laws are tried with the same cases at every save, so that a change fails for what it does; the long run draws new ones. */
import * as fc from 'fast-check';

if (process.env['CANTUS_RUNS'] !== 'full')
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 });

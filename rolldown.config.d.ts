/** Type of the bundles' configuration, for the tests that bundle. */
import type { OutputOptions, RolldownOptions } from 'rolldown';

/** What a page runs. */
export declare const browser: RolldownOptions & { readonly output: OutputOptions };
declare const config: RolldownOptions[];
export default config;

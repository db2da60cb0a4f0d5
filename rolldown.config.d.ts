/** Type of the bundles' configuration, for the tests that bundle. */
import type { RolldownOptions } from 'rolldown';

declare const config: RolldownOptions[];
export default config;

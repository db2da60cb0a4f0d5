/** In a page a guide is prepared before it is compiled; the tables compile guides of all kinds. */
import { prepareGuide } from '../../brand-guide/engine/prepare.ts';

await prepareGuide({ meta: { name: { full: 'Any guide' } } });

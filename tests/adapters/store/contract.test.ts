/** The store's contract, kept by every home. */
import { storeContract } from '../../contract/store.ts';
import { HOMES } from './homes.ts';

for (const { name, open } of HOMES) storeContract(name, open);

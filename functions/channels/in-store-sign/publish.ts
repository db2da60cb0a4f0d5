/** In-store sign: a file for the signs' own player. */
import { fileConnector } from '../publishing/file.ts';

export const inStoreSign = fileConnector('in-store-sign', 'the player of the signs');

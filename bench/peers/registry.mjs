/** Every peer, each with the words it looks for and a run over one text. */
import { peer as alex } from './alex.mjs';
import { peer as retext } from './retext.mjs';
import { peer as textlint } from './textlint.mjs';
import { peer as writeGood } from './write-good.mjs';

export const peers = [writeGood, retext, alex, textlint];

/** The publisher on Lambda: takes wake-ups from the queue and gives back those that failed. */
import { composeWorld } from './compose.ts';
import { takeWakeUps } from './take-wake-ups.ts';

export const handler = takeWakeUps(composeWorld(process.env));

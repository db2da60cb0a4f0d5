/** Every verb of the command, in the order of its help; a verb is loaded when it is asked for. */
import type { Verb } from './verb.ts';

export interface Entry {
  readonly says: string;
  readonly load: () => Promise<Verb>;
}

export const verbs: Readonly<Record<string, Entry>> = {
  time: {
    says: 'Say which instants a wall time stands for in a zone',
    load: async () => (await import('./verbs/time.ts')).time,
  },
  count: {
    says: 'Measure a text as a channel measures it',
    load: async () => (await import('./verbs/count.ts')).count,
  },
};

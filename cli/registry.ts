/** Every verb of the command, in the order of its help; a verb is loaded when it is asked for. */
import type { Verb } from './verb.ts';

export interface Entry {
  readonly says: string;
  readonly load: () => Promise<Verb>;
}

export const verbs: Readonly<Record<string, Entry>> = {
  serve: {
    says: 'Run Cantus on this machine',
    load: async () => (await import('./verbs/serve.ts')).serve,
  },
  adapt: {
    says: 'Give a campaign its voice on every channel',
    load: async () => (await import('./verbs/adapt.ts')).adapt,
  },
  consistency: {
    says: 'Compare what every voice of a campaign says with its facts',
    load: async () => (await import('./verbs/consistency.ts')).consistency,
  },
  lint: {
    says: 'Check texts against the brand guide, and fix them',
    load: async () => (await import('./verbs/lint.ts')).lint,
  },
  facts: {
    says: 'Read the prices, dates, codes and other facts that a text states',
    load: async () => (await import('./verbs/facts.ts')).facts,
  },
  time: {
    says: 'Say which instants a wall time stands for in a zone',
    load: async () => (await import('./verbs/time.ts')).time,
  },
  count: {
    says: 'Measure a text as a channel measures it',
    load: async () => (await import('./verbs/count.ts')).count,
  },
  guide: {
    says: 'Check, test, show, import or export a brand guide',
    load: async () => (await import('./verbs/guide.ts')).guide,
  },
  deliveries: {
    says: 'List what was tried and what came of it',
    load: async () => (await import('./verbs/deliveries.ts')).deliveries,
  },
  settle: {
    says: 'Say what became of an entry that is unconfirmed',
    load: async () => (await import('./verbs/settle.ts')).settle,
  },
  doctor: {
    says: 'Say whether this machine can run Cantus',
    load: async () => (await import('./verbs/doctor.ts')).doctor,
  },
};

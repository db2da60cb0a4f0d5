/** What tests may be marked as, so that a command runs them or leaves them. */
import type { TestTagDefinition } from 'vitest/config';

export const tags: TestTagDefinition[] = [
  {
    name: 'growth',
    description: 'Measures how time grows with the text: run alone, since engines and neighbours slow it',
    timeout: 120_000,
  },
];

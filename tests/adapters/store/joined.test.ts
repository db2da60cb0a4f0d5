import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { joined } from '../../../functions/adapters/dynamodb/joined.ts';

const counted = () => {
  const reads: string[] = [];
  let state = 0;
  const read = joined(
    (key: string) => key,
    async (key) => {
      reads.push(key);
      const seen = state;
      await setImmediate();
      if (key === 'broken') throw new Error('no such disk');
      return `${key} ${seen}`;
    },
  );
  return {
    reads,
    read,
    change: () => {
      state += 1;
    },
  };
};

it('reads each key once for all who ask in the same turn', async () => {
  const { read, reads } = counted();
  expect(await Promise.all(['a', 'b', 'a', 'a', 'b'].map(read))).toEqual(['a 0', 'b 0', 'a 0', 'a 0', 'b 0']);
  expect(reads).toEqual(['a', 'b']);
});

it('gives nobody a state from before they asked', async () => {
  const { read, change, reads } = counted();
  const first = read('a');
  await setImmediate();
  change();
  const second = read('a');
  expect([await first, await second]).toEqual(['a 0', 'a 1']);
  expect(reads).toEqual(['a', 'a']);
});

it('fails for all who asked, and for nobody who asked for something else', async () => {
  const { read } = counted();
  const answers = await Promise.allSettled(['broken', 'a', 'broken'].map(read));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
});

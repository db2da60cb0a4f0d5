/** The contract of a store, which every home keeps. */
import { afterAll, beforeAll, describe } from 'vitest';
import { audit } from './store/audit.ts';
import { commits } from './store/commits.ts';
import { limits } from './store/limits.ts';
import { reading } from './store/reading.ts';
import type { Home } from './store/home.ts';

export const storeContract = (name: string, open: () => Promise<Home>): void => {
  describe(`the store: ${name}`, () => {
    let opened: Home | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => opened?.close());
    const home = (): Home => {
      if (opened === undefined) throw new Error(`${name} is not open`);
      return opened;
    };
    describe('commits', () => {
      commits(home);
    });
    describe('reading', () => {
      reading(home);
    });
    describe('limits', () => {
      limits(home);
    });
    describe('audit', () => {
      audit(home);
    });
  });
};

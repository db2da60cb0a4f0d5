/** Having texts written anew is asked for, and refused where nobody could write them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeVariant, openStage, type Stage } from './stage.ts';

let stage: Stage;
let campaign = '';
beforeAll(async () => {
  stage = await openStage();
  ({ campaign } = await makeVariant(stage));
});
afterAll(() => stage.close());

it.each([
  [true, 'not-available-yet'],
  ['yes', 'invalid-input'],
])('422: rewrite %j where no rewriter is set up', async (rewrite, code) => {
  const asked = { token: stage.token.manager, body: { rewrite } };
  const refused = await stage.ask('POST', `/campaigns/${campaign}/adapt`, asked);
  expect(refused).toMatchObject({ status: 422, body: { code } });
});

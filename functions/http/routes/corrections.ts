/** Corrections of what is published: amended where the channel lets it, retracted, or handed to a person. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { amendEntry, retractEntry } from '../../use-cases/entry/correct-entry.ts';
import { versioned } from '../answer.ts';
import { may } from '../auth.ts';
import { answersVersion, body, forCreating, idempotencyKey, newApp, refusal, signedIn } from '../describe.ts';
import type { MemberEnv, World } from '../env.ts';
import { performOnce } from '../perform.ts';
import { amendBody, retractBody } from '../schemas/correction.ts';
import { entry } from '../schemas/entry.ts';
import { entryId } from '../schemas/words.ts';

const params = z.object({ e: entryId });
const tags = ['Calendar'];
const security = signedIn;
const asked = { 201: answersVersion('The entry that corrects it', entry), ...forCreating };

const amend = createRoute({
  method: 'post',
  path: '/entries/{e}/amend',
  tags,
  security,
  summary: 'Change what is live to the newest approved revision; a hand-off where the channel cannot',
  middleware: may(amendEntry),
  request: { params, headers: idempotencyKey, body: body(amendBody) },
  responses: {
    ...asked,
    409: refusal(
      '`not-in-this-state`: nothing is live, or it is being corrected; `not-approved`, `approval-does-not-cover`; `same-as-live`',
    ),
  },
});

const retract = createRoute({
  method: 'post',
  path: '/entries/{e}/retract',
  tags,
  security,
  summary: 'Take back what is live; a hand-off where the channel cannot',
  middleware: may(retractEntry),
  request: { params, headers: idempotencyKey, body: body(retractBody) },
  responses: { ...asked, 409: refusal('`not-in-this-state`: nothing is live, or it is being corrected') },
});

export const correctionRoutes = (world: World) =>
  newApp<MemberEnv>()
    .openapi(amend, async (c) => {
      const input = { id: c.req.valid('param').e, ...c.req.valid('json') };
      return c.json(versioned(c, await performOnce(world, c, amendEntry, input)), 201);
    })
    .openapi(retract, async (c) => {
      const input = { id: c.req.valid('param').e, ...c.req.valid('json') };
      return c.json(versioned(c, await performOnce(world, c, retractEntry, input)), 201);
    });

/** The brand guide: what judges now, the draft, the versions. */
import * as z from 'zod';
import type { CurrentGuide } from '../../use-cases/guide/current-guide.ts';
import { recordedImpact } from './guide-impact.ts';
import { problem } from './text.ts';
import { list, maybe, rev } from './words.ts';

const applies = z.enum(['new', 'scheduled']).meta({
  description: '`new` judges what is submitted from now on; `scheduled` also what already waits',
});

export const currentGuide = z
  .object({
    number: z.int().meta({ description: '0 before a version was released' }),
    applies,
    guide: z
      .custom<CurrentGuide['guide']>()
      .meta({ type: 'object', description: 'The guide document, parsed' }),
  })
  .meta({ id: 'CurrentGuide' });

export const draftBody = z
  .strictObject({ source: z.string().meta({ description: 'The guide document, YAML or JSON, as typed' }) })
  .meta({ id: 'NewGuideDraft' });
export const draft = z
  .object({ source: z.string(), by: z.string(), at: z.string(), rev, problems: list(problem) })
  .meta({ id: 'GuideDraft' });

export const releaseBody = z.strictObject({ applies }).meta({ id: 'Release' });
export const released = z
  .object({
    number: z.int(),
    applies,
    held: list(z.string()).meta({ description: 'Entries that wait and that the new version newly blocks' }),
  })
  .meta({ id: 'Released' });

export const versions = z
  .object({
    items: list(
      z.object({
        number: z.int(),
        applies,
        by: z.string(),
        at: z.string(),
        impact: maybe(recordedImpact.meta({ description: 'What it changed when it was released' })),
      }),
    ),
  })
  .meta({ id: 'GuideVersions' });

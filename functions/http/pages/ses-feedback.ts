/** What Amazon SES says of letters after it took them: bounces and complaints, of which some mean that nobody is to be written to. */
import * as z from 'zod';
import type { Feedback } from '../../use-cases/audience/heed-feedback.ts';

/** https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html; event publishing says `eventType` (stored copies, 2026-11) */
const Notification = z
  .object({
    notificationType: z.string().optional(),
    eventType: z.string().optional(),
    bounce: z
      .object({
        bounceType: z.string(),
        bouncedRecipients: z
          .array(z.object({ emailAddress: z.string().max(320), status: z.string().max(20).optional() }))
          .max(100),
      })
      .optional(),
    complaint: z
      .object({
        complaintFeedbackType: z.string().nullish(),
        complainedRecipients: z.array(z.object({ emailAddress: z.string().max(320) })).max(100),
      })
      .optional(),
  })
  .refine(({ notificationType, eventType }) => (notificationType ?? eventType) !== undefined);

/** Refused for its size, its text or its sender, RFC 3463: it says nothing of the mailbox. */
const OF_THE_LETTER = /^5\.(?:3\.4|6\.|7\.)/u;
/** Reports that no reader made, or that take a complaint back. */
const NO_COMPLAINT: ReadonlySet<string> = new Set(['not-spam', 'auth-failure']);

type Known = z.infer<typeof Notification>;

const bouncedIn = ({ bounce }: Known): readonly string[] =>
  bounce?.bounceType === 'Permanent'
    ? bounce.bouncedRecipients
        .filter(({ status = '' }) => !OF_THE_LETTER.test(status))
        .map(({ emailAddress }) => emailAddress)
    : [];

const complainedIn = ({ complaint }: Known): readonly string[] =>
  complaint && !NO_COMPLAINT.has(complaint.complaintFeedbackType ?? '')
    ? complaint.complainedRecipients.map(({ emailAddress }) => emailAddress)
    : [];

/** Undefined for anything else. */
export const feedbackIn = (json: unknown): Pick<Feedback, 'bounced' | 'complained'> | undefined => {
  const known = Notification.safeParse(json).data;
  return known && { bounced: bouncedIn(known), complained: complainedIn(known) };
};

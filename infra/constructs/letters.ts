/** The right to send the installation's own letters, and from no other address. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';

/** `Cantus <cantus@tea.example>` or the address alone. */
const addressOf = (from: string): string => /<([^<>]+)>/u.exec(from)?.[1] ?? from;

/** A letter is sent as raw text, which SES asks both rights for. The identity may be the address or its whole domain: the address is what the condition holds. */
export function grantLetters(handler: Function, from: string): void {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: ['*'],
      conditions: { StringEquals: { 'ses:FromAddress': addressOf(from) } },
    }),
  );
}

/** The installation writes to members only where the stack names who the letters are from. */
import { Match } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { MAIL_FROM } from '../../functions/adapters/aws/names.ts';
import { template, templateWith } from './cantus-stack.ts';

it('is off by default', () => {
  expect(JSON.stringify(template.toJSON())).not.toMatch(/ses:Send|CANTUS_MAIL_FROM/u);
});

it('lets the sweep alone send, from that address alone', () => {
  const made = templateWith({ mailFrom: 'Cantus <cantus@tea.example>' });
  const grants = Object.entries(made.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
    JSON.stringify(policy).includes('ses:'),
  );
  expect(grants.map(([name]) => name)).toEqual([expect.stringMatching(/^SweepFunction/u)]);
  made.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: ['ses:SendEmail', 'ses:SendRawEmail'],
          Condition: { StringEquals: { 'ses:FromAddress': 'cantus@tea.example' } },
        }),
      ]),
    },
  });
  made.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ [MAIL_FROM]: 'Cantus <cantus@tea.example>' }) },
  });
});

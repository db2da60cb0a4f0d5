/** Texts are written anew only where the stack names a model, by the API alone, and by that model alone. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { REWRITER_MODEL } from '../../functions/adapters/aws/names.ts';
import { template, templateWith } from './cantus-stack.ts';

const grantsIn = (of: Template): readonly unknown[] =>
  Object.values(of.findResources('AWS::IAM::Policy')).filter((policy) =>
    JSON.stringify(policy).includes('bedrock'),
  );

it('is off by default', () => {
  expect(grantsIn(template)).toEqual([]);
  expect(JSON.stringify(template.toJSON())).not.toContain(REWRITER_MODEL);
});

describe.each([
  [
    'house.writer-v1:0',
    {
      'Fn::Join': [
        '',
        [
          'arn:',
          { Ref: 'AWS::Partition' },
          ':bedrock:',
          { Ref: 'AWS::Region' },
          '::foundation-model/house.writer-v1:0',
        ],
      ],
    },
  ],
  [
    'arn:aws:bedrock:eu-west-1:111122223333:provisioned-model/writer',
    'arn:aws:bedrock:eu-west-1:111122223333:provisioned-model/writer',
  ],
])('with %s', (rewriterModel, resource) => {
  const made = templateWith({ rewriterModel });

  it('the API may invoke this model and do nothing else on Bedrock', () => {
    expect(grantsIn(made)).toHaveLength(1);
    made.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([{ Action: 'bedrock:InvokeModel', Effect: 'Allow', Resource: resource }]),
      },
      Roles: [{ Ref: Match.stringLikeRegexp('^ApiFunction') }],
    });
  });

  it('the API alone is told its name', () => {
    const told = Object.entries(made.findResources('AWS::Lambda::Function')).filter(([, one]) =>
      JSON.stringify(one).includes(REWRITER_MODEL),
    );
    expect(told.map(([id]) => id)).toEqual([expect.stringMatching(/^ApiFunction/u)]);
  });
});

describe.each([
  [
    'eu.house.writer-v1:0',
    { 'Fn::Join': ['', Match.arrayWith([':inference-profile/eu.house.writer-v1:0'])] },
    'house.writer-v1:0',
  ],
  [
    'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/global.house.writer-v1:0',
    'arn:aws:bedrock:eu-west-1:111122223333:inference-profile/global.house.writer-v1:0',
    'house.writer-v1:0',
  ],
  [
    'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc123',
    'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc123',
    '*',
  ],
])('with the profile %s', (rewriterModel, profile, model) => {
  it('the API may invoke what is behind it, in any region, by this profile alone', () => {
    const may = { Action: 'bedrock:InvokeModel', Effect: 'Allow' };
    templateWith({ rewriterModel }).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          { ...may, Resource: profile },
          {
            ...may,
            Resource: {
              'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:bedrock:*::foundation-model/${model}`]],
            },
            Condition: { StringEquals: { 'bedrock:InferenceProfileArn': profile } },
          },
        ]),
      },
      Roles: [{ Ref: Match.stringLikeRegexp('^ApiFunction') }],
    });
  });
});

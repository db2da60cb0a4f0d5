import { describe, expect, it } from 'vitest';
import { actionsOf, grants } from './policies.ts';

const USE = [
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
  'iam:PassRole',
  's3:GetObject',
  's3:ListBucket',
  's3:PutObject',
  'scheduler:CreateSchedule',
  'scheduler:DeleteSchedule',
  'scheduler:UpdateSchedule',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:SendMessage',
];

describe('each may do what it does, and nothing else', () => {
  it.each([
    [
      'ApiFunction',
      [
        ...USE,
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminInitiateAuth',
        'cognito-idp:AdminRespondToAuthChallenge',
        'cognito-idp:AdminSetUserPassword',
      ],
    ],
    ['PublisherFunction', [...USE, 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage']],
    ['SweepFunction', USE],
    [
      'OutboxFunction',
      [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
        'events:PutEvents',
        's3:GetBucket*',
        's3:GetObject*',
        's3:List*',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:SendMessage',
      ],
    ],
    ['WakeUpsSender', ['sqs:SendMessage']],
  ])('%s', (role, actions) => {
    expect(actionsOf(role)).toEqual(actions.toSorted());
  });
});

it('no grant is on everything', () => {
  const onAll = grants.filter(({ on }) => on === '"*"');
  expect(onAll.flatMap(({ actions }) => actions)).toEqual([]);
});

it('the role that is passed on is the sender of wake-ups alone', () => {
  const passed = grants.filter(({ actions }) => actions.includes('iam:PassRole')).map(({ on }) => on);
  expect(passed.length).toBe(3);
  for (const on of passed) expect(on).toMatch(/^\{"Fn::GetAtt":\["WakeUpsSender\w+","Arn"\]\}$/u);
});

it('schedules are made in our group alone', () => {
  const [made] = grants.filter(({ actions }) => actions.includes('scheduler:CreateSchedule'));
  expect(made?.on).toMatch(/:schedule\/Cantus-WakeUps-Schedules-\w+\/\*/u);
});

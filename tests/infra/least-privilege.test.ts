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
  'kms:Decrypt',
  'kms:GenerateDataKey',
  's3:GetObject',
  's3:ListBucket',
  's3:PutObject',
  'scheduler:CreateSchedule',
  'scheduler:DeleteSchedule',
  'scheduler:UpdateSchedule',
  'secretsmanager:GetSecretValue',
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
        'dynamodb:Scan',
      ],
    ],
    ...['PublisherFunction', 'BusyPublisherFunction'].map((publisher): [string, string[]] => [
      publisher,
      [...USE, 'sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:ReceiveMessage'],
    ]),
    ['SweepFunction', USE],
    [
      'OutboxFunction',
      [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
        'events:PutEvents',
        's3:GetObject',
        's3:ListBucket',
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

it('the role that is passed on is the sender of wake-ups alone, and to Scheduler alone', () => {
  const passed = grants.filter(({ actions }) => actions.includes('iam:PassRole'));
  expect(passed.length).toBe(4);
  for (const { on, when } of passed) {
    expect(on).toMatch(/^\{"Fn::GetAtt":\["WakeUpsSender\w+","Arn"\]\}$/u);
    expect(when).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  }
});

it('each publisher takes from its own queue alone, and Scheduler sends to the queues alone', () => {
  const taken = grants.filter(({ actions }) => actions.includes('sqs:ReceiveMessage'));
  expect(taken.map(({ role, on }) => [role.replace(/ServiceRole.*$/u, ''), on])).toEqual([
    ['PublisherFunction', expect.stringMatching(/"WakeUpsQueue\w+"/u)],
    ['BusyPublisherFunction', expect.stringMatching(/"WakeUpsBusyQueue\w+"/u)],
  ]);
  const [sender] = grants.filter(({ role }) => role.startsWith('WakeUpsSender'));
  for (const queue of ['WakeUpsQueue', 'WakeUpsBusyQueue', 'WakeUpsDeadLetters'])
    expect(sender?.on).toMatch(new RegExp(`"${queue}\\w+"`, 'u'));
});

it('no grant is of actions that are not named', () => {
  expect(grants.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
});

it('schedules are made in our group alone', () => {
  const [made] = grants.filter(({ actions }) => actions.includes('scheduler:CreateSchedule'));
  expect(made?.on).toMatch(/:schedule\/Cantus-WakeUps-Schedules-\w+\/\*/u);
});

import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import { FOR_ONE_SECONDS } from '../../functions/handlers/time-left.ts';
import { PUBLISHER_SECONDS } from '../../infra/constructs/wake-ups.ts';
import { INDEXES } from '../../functions/core/keys.ts';
import { template } from './cantus-stack.ts';

const matching = (logicalId: string) => Match.stringLikeRegexp(`^${logicalId}`);
const ref = (logicalId: string) => ({ Ref: matching(logicalId) });
const arn = (logicalId: string) => ({ 'Fn::GetAtt': [matching(logicalId), 'Arn'] });

const has = (type: string, properties: Readonly<Record<string, unknown>>) =>
  template.hasResourceProperties(type, properties);

describe('the table', () => {
  it('has the keys, the indexes, the stream and the expiry of the embedded one', () => {
    has('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: INDEXES.map((index) => ({
        IndexName: index,
        KeySchema: [
          { AttributeName: `${index}Pk`, KeyType: 'HASH' },
          { AttributeName: `${index}Sk`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
    });
  });

  it('can be recovered, and is not deleted with the stack', () => {
    has('AWS::DynamoDB::GlobalTable', {
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    });
    template.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain' });
  });
});

describe('functions', () => {
  it.each([
    ['Api', 29, Match.absent()],
    ['Publisher', PUBLISHER_SECONDS, Match.absent()],
    ['BusyPublisher', PUBLISHER_SECONDS, Match.absent()],
    ['Sweep', 300, 1],
    ['Outbox', 60, Match.absent()],
  ])('%s runs on Node 24 and arm64 within %i seconds', (id, seconds, atOnce) => {
    has('AWS::Lambda::Function', {
      Role: arn(`${id}Function`),
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: seconds,
      ReservedConcurrentExecutions: atOnce,
      LoggingConfig: { LogFormat: 'JSON', LogGroup: ref(`${id}FunctionLog`) },
    });
  });

  it('that publish have time for a post when they begin', () => {
    expect(PUBLISHER_SECONDS).toBeGreaterThan(FOR_ONE_SECONDS);
  });

  it('keep their logs for 90 days', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
    template.resourceCountIs('AWS::Logs::LogGroup', 5);
  });

  it.each(['Api', 'Publisher', 'BusyPublisher', 'Sweep'])('%s is told where everything is', (id) => {
    const { bus: _bus, ...world } = VARIABLES;
    const variables = Object.fromEntries(Object.values(world).map((name) => [name, Match.anyValue()]));
    has('AWS::Lambda::Function', {
      Role: arn(`${id}Function`),
      Environment: { Variables: variables },
    });
  });

  it('are all: nothing else runs in the account', () => {
    template.resourceCountIs('AWS::Lambda::Function', 5);
  });
});

describe('the outbox', () => {
  it('takes only new event rows from the stream, in order, tries each for twelve hours, and never skips one unseen', () => {
    has('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [matching('DataTable'), 'StreamArn'] },
      FunctionName: ref('OutboxFunction'),
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: Match.absent(),
      MaximumRecordAgeInSeconds: 12 * 3600,
      DestinationConfig: { OnFailure: { Destination: arn('OutboxDeadLetters') } },
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } },
            }),
          },
        ],
      },
    });
  });

  it('feeds a bus of our own, archived for a year', () => {
    template.resourceCountIs('AWS::Events::EventBus', 1);
    has('AWS::Events::Archive', {
      SourceArn: arn('EventsBus'),
      EventPattern: { source: ['cantus'] },
      RetentionDays: 365,
    });
  });
});

describe('what is kept', () => {
  it.each(['Media', 'Feed'])('%s is in a bucket that is encrypted, versioned and not public', (id) => {
    const buckets = template.findResources('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
    expect(Object.keys(buckets)).toContainEqual(expect.stringMatching(new RegExp(`^Buckets${id}`, 'u')));
  });

  it.each(['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy'])('%s refuses what is not TLS', (type) => {
    template.allResourcesProperties(type, {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });
});

describe('people', () => {
  it('are invited; nobody signs up', () => {
    has('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameConfiguration: { CaseSensitive: false },
      Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 7 } },
      DeletionProtection: 'ACTIVE',
    });
  });

  it('sign in through the API alone, which tells nobody who has an account', () => {
    has('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      AllowedOAuthFlowsUserPoolClient: false,
    });
  });
});

describe('the API', () => {
  it('hands every request to the function, and slows down who asks too much', () => {
    has('AWS::ApiGatewayV2::Route', { RouteKey: '$default' });
    has('AWS::ApiGatewayV2::Integration', {
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: arn('ApiFunction'),
    });
    has('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
    });
  });
});

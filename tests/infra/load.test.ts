/** The stack for a large load is the one that the simulation finds in time. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import figures from '../../infra/figures.json' with { type: 'json' };
import { LOADS, loadOf } from '../../infra/load.ts';
import { template, templateWith } from './cantus-stack.ts';

const { small, large, busy } = figures;

describe('the small load', () => {
  it('reads the queue with what costs nothing while nothing is due', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: small.batchSize,
      ScalingConfig: { MaximumConcurrency: small.atOnce },
      ProvisionedPollerConfig: Match.absent(),
    });
  });
});

it.each(LOADS)('what is busy has publishers of its own in the %s load', (load) => {
  templateWith({ load }).hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WakeUpsBusyQueue'), 'Arn'] },
    BatchSize: busy.batchSize,
    ScalingConfig: { MaximumConcurrency: busy.atOnce },
  });
});

describe('the large load', () => {
  const stack = templateWith({ load: 'large' });
  const warm = {
    WarmThroughput: {
      ReadUnitsPerSecond: large.readUnitsPerSecond,
      WriteUnitsPerSecond: large.writeUnitsPerSecond,
    },
  };

  it('has its pollers before the burst comes', () => {
    stack.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: large.batchSize,
      ScalingConfig: Match.absent(),
      ProvisionedPollerConfig: { MinimumPollers: large.pollers, MaximumPollers: large.mostPollers },
    });
  });

  it('has a warm table, with warm indexes', () => {
    stack.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      ...warm,
      GlobalSecondaryIndexes: Match.arrayWith([Match.objectLike({ IndexName: 'wake', ...warm })]),
    });
  });
});

it('there is no other load', () => {
  expect(LOADS.map(loadOf)).toEqual(['small', 'large']);
  expect(() => loadOf('huge')).toThrow('expected small or large');
});

/** What signing in at providers needs of the stack: an address to come back to, and the apps' ids and secrets. */
import { describe, expect, it } from 'vitest';
import { LINKEDIN_VERSION, PUBLIC_URL, SNS_TOPICS, VARIABLES } from '../../functions/adapters/aws/names.ts';
import { template, templateWith } from './cantus-stack.ts';
import { grants } from './policies.ts';

/** The functions that run use cases. */
const RUNNING = ['ApiFunction', 'BusyPublisherFunction', 'PublisherFunction', 'SweepFunction'];

/** Each function that is told of the variable, with what. */
const toldIn = (of: typeof template, variable: string): readonly (readonly [string, unknown])[] =>
  Object.entries(of.findResources('AWS::Lambda::Function')).flatMap(([name, { Properties }]) => {
    const told: unknown = Properties.Environment?.Variables?.[variable];
    const one: readonly [string, unknown] = [name.replace(/[0-9A-F]{8}$/u, ''), told];
    return told === undefined ? [] : [one];
  });

describe('the address to come back to', () => {
  it('is the API’s own', () => {
    const told = toldIn(template, PUBLIC_URL);
    expect(told.map(([name]) => name).toSorted()).toEqual(RUNNING);
    for (const [, url] of told)
      expect(url).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^ApiHttp/u), 'ApiEndpoint'] });
  });

  it('or the one that is named', () => {
    const told = toldIn(templateWith({ publicUrl: 'https://cantus.tea.example' }), PUBLIC_URL);
    expect(told.map(([, url]) => url)).toEqual(RUNNING.map(() => 'https://cantus.tea.example'));
  });
});

describe('the topics that are heard', () => {
  it('are none by default, and otherwise those that are named', () => {
    const topics = 'arn:aws:sns:eu-central-1:123456789012:answers';
    expect(toldIn(template, SNS_TOPICS)).toEqual([]);
    expect(toldIn(templateWith({ snsTopics: topics }), SNS_TOPICS)).toContainEqual(['ApiFunction', topics]);
  });
});

describe('the version of LinkedIn’s interface', () => {
  it('is the one that the code knows unless another is named', () => {
    expect(toldIn(template, LINKEDIN_VERSION)).toEqual([]);
    const told = toldIn(templateWith({ linkedinVersion: '202611' }), LINKEDIN_VERSION);
    expect(told.map(([, version]) => version)).toEqual(RUNNING.map(() => '202611'));
  });
});

describe('the apps at providers', () => {
  it('are in a secret that starts empty and outlives the stack', () => {
    template.hasResource('AWS::SecretsManager::Secret', {
      DeletionPolicy: 'Retain',
      Properties: { SecretString: '{}' },
    });
  });

  it('are read by whoever runs use cases, and by nobody else', () => {
    const readers = grants.filter(({ actions }) => actions.includes('secretsmanager:GetSecretValue'));
    expect(readers.map(({ role }) => role.replace(/ServiceRole.*$/u, '')).toSorted()).toEqual(RUNNING);
    for (const { on } of readers) expect(on).toMatch(/^\{"Ref":"ClientsSecret\w+"\}$/u);
    expect(
      toldIn(template, VARIABLES.clients)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(RUNNING);
  });

  it('are nowhere in the template', () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(/CLIENT_SECRET/u);
  });
});

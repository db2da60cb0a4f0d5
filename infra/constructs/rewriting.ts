/** The right to have texts written anew, by the one model that the stack names. */
import { Arn, ArnFormat, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';

/** AWS's own inference profiles are named for a part of the world and the model, `eu.house.writer-v1:0`. */
const OF_THE_WORLD = /^(?:global|us|us-gov|ca|sa|eu|apac|jp|au)\./u;
const PROFILE = /(?:^|[:/])(?:application-)?inference-profile\/(?<id>[^/]+)$/u;

const arnIn = (stack: Stack, resource: string, resourceName: string, where: object = {}): string =>
  Arn.format(
    { service: 'bedrock', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME, ...where },
    stack,
  );

/** An id stands for the region's own foundation model, or for a profile of this account. */
const arnOf = (stack: Stack, model: string): string => {
  if (model.startsWith('arn:')) return model;
  return OF_THE_WORLD.test(model)
    ? arnIn(stack, 'inference-profile', model)
    : arnIn(stack, 'foundation-model', model, { account: '' });
};

/** The models behind a profile, in whatever region it takes one; undefined where a model was named. */
const behind = (stack: Stack, model: string): string | undefined => {
  const profile = OF_THE_WORLD.test(model) ? model : PROFILE.exec(model)?.groups?.['id'];
  if (profile === undefined) return undefined;
  const of = OF_THE_WORLD.test(profile) ? profile.replace(OF_THE_WORLD, '') : '*';
  return arnIn(stack, 'foundation-model', of, { account: '', region: '*' });
};

/** The Converse API asks for this action and no other; by a profile, for the profile and for what is behind it. */
export function grantRewriting(handler: Function, model: string): void {
  const stack = Stack.of(handler);
  const [actions, arn, models] = [['bedrock:InvokeModel'], arnOf(stack, model), behind(stack, model)];
  handler.addToRolePolicy(new PolicyStatement({ actions, resources: [arn] }));
  if (models === undefined) return;
  const conditions = { StringEquals: { 'bedrock:InferenceProfileArn': arn } };
  handler.addToRolePolicy(new PolicyStatement({ actions, resources: [models], conditions }));
}

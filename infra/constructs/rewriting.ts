/** The right to have texts written anew, by the one model that the stack names. */
import { Arn, ArnFormat, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';

/** A model's id stands for the region's own foundation model. */
const arnOf = (stack: Stack, model: string): string =>
  model.startsWith('arn:')
    ? model
    : Arn.format(
        {
          service: 'bedrock',
          account: '',
          resource: 'foundation-model',
          resourceName: model,
          arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
        },
        stack,
      );

/** The Converse API asks for this action and no other. */
export function grantRewriting(handler: Function, model: string): void {
  handler.addToRolePolicy(
    new PolicyStatement({ actions: ['bedrock:InvokeModel'], resources: [arnOf(Stack.of(handler), model)] }),
  );
}

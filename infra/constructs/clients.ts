/** The secret that says what this installation is known by at providers; people fill it in, and no deployment empties it. */
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

export class Clients extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'The apps of Cantus at providers: {"x": {"id": "…", "secret": "…"}}',
      secretObjectValue: {},
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  grantRead({ grantPrincipal }: IGrantable): void {
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['secretsmanager:GetSecretValue'],
        resources: [this.secret.secretArn],
      }),
    );
  }
}

/** The key under which accounts' credentials are sealed: rotated every year, and used only by who publishes and connects. */
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export class SecretsKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Seals the credentials of accounts in Cantus',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /** Only data keys, and only for a named workspace and account. */
  grantUse({ grantPrincipal }: IGrantable): void {
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: [this.key.keyArn],
        conditions: {
          Null: { 'kms:EncryptionContext:workspace': 'false', 'kms:EncryptionContext:account': 'false' },
        },
      }),
    );
  }
}

/** The infrastructure's app: one stack, of any account and region, made without asking either. `-c rewriterModel=…` lets a model write texts anew, `-c mailFrom=…` lets it write to members. */
import { App } from 'aws-cdk-lib/core';
import { CantusStack } from './stack.ts';

const app = new App();
/** A context value that is given; the CDK answers anything. */
const given = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
const [rewriterModel, mailFrom] = [given('rewriterModel'), given('mailFrom')];

new CantusStack(app, 'Cantus', {
  handlers: 'dist/lambda',
  ...(rewriterModel !== undefined && { rewriterModel }),
  ...(mailFrom !== undefined && { mailFrom }),
});

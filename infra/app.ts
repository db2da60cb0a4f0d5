/** The infrastructure's app: one stack, of any account and region, made without asking either. `-c rewriterModel=…` lets a model write texts anew. */
import { App } from 'aws-cdk-lib/core';
import { CantusStack } from './stack.ts';

const app = new App();
const model: unknown = app.node.tryGetContext('rewriterModel');

new CantusStack(app, 'Cantus', {
  handlers: 'dist/lambda',
  ...(typeof model === 'string' && model !== '' && { rewriterModel: model }),
});

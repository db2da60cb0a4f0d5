/** The infrastructure's app: one stack, of any account and region, made without asking either. `-c rewriterModel=…` lets a model write texts anew, `-c mailFrom=…` lets it write to members, `-c snsTopics=…` names the topics that it hears, `-c publicUrl=…` names an address of its own, `-c linkedinVersion=…` says which version of LinkedIn's API is spoken, `-c load=large` makes it ready for a thousand posts a second. */
import { App } from 'aws-cdk-lib/core';
import { loadOf } from './load.ts';
import { CantusStack } from './stack.ts';

const app = new App();
/** A context value that is given; the CDK answers anything. */
const given = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
const [rewriterModel, mailFrom, load] = [given('rewriterModel'), given('mailFrom'), given('load')];
const [publicUrl, snsTopics] = [given('publicUrl'), given('snsTopics')];
const linkedinVersion = given('linkedinVersion');

new CantusStack(app, 'Cantus', {
  handlers: 'dist/lambda',
  ...(rewriterModel !== undefined && { rewriterModel }),
  ...(mailFrom !== undefined && { mailFrom }),
  ...(snsTopics !== undefined && { snsTopics }),
  ...(load !== undefined && { load: loadOf(load) }),
  ...(publicUrl !== undefined && { publicUrl }),
  ...(linkedinVersion !== undefined && { linkedinVersion }),
});

/** The API: one function behind an HTTP API. The app itself judges tokens, as it does at home. */
import { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { PUBLIC_URL, REWRITER_MODEL } from '../../functions/adapters/aws/names.ts';
import { Handler } from './handler.ts';
import { grantRewriting } from './rewriting.ts';
import { grantAudit, grantUse, type Home } from './home.ts';

export interface RunsUseCases {
  readonly home: Home;
  readonly environment: Readonly<Record<string, string>>;
}

export interface ApiProps extends RunsUseCases {
  readonly rewriterModel?: string;
  /** An address of one's own for it; its own from AWS where absent. */
  readonly publicUrl?: string;
}

export class Api extends Construct {
  readonly url: string;
  /** Where browsers and providers reach it. */
  readonly publicUrl: string;

  constructor(scope: Construct, id: string, { home, environment, rewriterModel, publicUrl }: ApiProps) {
    super(scope, id);
    const handler = new Handler(this, 'Function', {
      handlers: home.handlers,
      name: 'api',
      does: 'Answers the HTTP API',
      seconds: 29,
      memory: 1024,
      environment: {
        ...environment,
        ...(rewriterModel !== undefined && { [REWRITER_MODEL]: rewriterModel }),
      },
    });
    if (rewriterModel !== undefined) grantRewriting(handler, rewriterModel);
    grantUse(home, handler);
    grantAudit(home, handler);
    home.people.grantSignIn(handler);
    const httpApi = new HttpApi(this, 'Http', {
      defaultIntegration: new HttpLambdaIntegration('Integration', handler),
      createDefaultStage: false,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
    });
    this.url = stage.url;
    this.publicUrl = publicUrl ?? httpApi.apiEndpoint;
    handler.addEnvironment(PUBLIC_URL, this.publicUrl);
  }
}

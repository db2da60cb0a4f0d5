/** A Lambda function of ours: a bundled handler on Node 24 and arm64, with its log kept for three months. */
import { Duration } from 'aws-cdk-lib/core';
import { Architecture, Code, Function, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { join } from 'node:path';

export interface HandlerProps {
  /** The folder of the bundled handlers. */
  readonly handlers: string;
  readonly name: 'api' | 'publisher' | 'stream' | 'sweep';
  readonly does: string;
  readonly seconds: number;
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** At most so many at once. */
  readonly atOnce?: number;
}

export class Handler extends Function {
  constructor(scope: Construct, id: string, props: HandlerProps) {
    const { handlers, name, does, seconds, memory, environment, atOnce } = props;
    super(scope, id, {
      description: does,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(handlers, name)),
      handler: 'index.handler',
      timeout: Duration.seconds(seconds),
      memorySize: memory,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
      loggingFormat: LoggingFormat.JSON,
      logGroup: new LogGroup(scope, `${id}Log`, { retention: RetentionDays.THREE_MONTHS }),
      ...(atOnce === undefined ? {} : { reservedConcurrentExecutions: atOnce }),
    });
  }
}

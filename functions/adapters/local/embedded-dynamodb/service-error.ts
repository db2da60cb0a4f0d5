/** Errors in DynamoDB's shape. */
import type { ServiceError } from 'dynalite/db/index.js';

const MODEL = 'com.amazonaws.dynamodb.v20120810#';

const make = (type: string, message: string, more: Readonly<Record<string, unknown>> = {}): ServiceError =>
  Object.assign(new Error(message), { statusCode: 400, body: { __type: type, message, ...more } });

/** Why one action of a transaction failed; `None` for those that did not. */
export interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: unknown;
}

export const modelled = (
  name: string,
  message: string,
  more?: Readonly<Record<string, unknown>>,
): ServiceError => make(MODEL + name, message, more);

export const tableNotFound = (): ServiceError =>
  modelled('ResourceNotFoundException', 'Requested resource not found');

export const unknownOperation = (): ServiceError =>
  make('com.amazon.coral.service#UnknownOperationException', '');

export const notJson = (): ServiceError => make('com.amazon.coral.service#SerializationException', '');

export const cancelled = (reasons: readonly Reason[]): ServiceError => {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return modelled('TransactionCanceledException', message, {
    Message: message,
    CancellationReasons: reasons,
  });
};

export const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && 'statusCode' in error && 'body' in error;

export const typeOf = (error: ServiceError): string => String(error.body['__type']).split('#').at(-1) ?? '';

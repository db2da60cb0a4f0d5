/** The document client as the store needs it: absent fields stay absent, numbers stay numbers. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** JSON has one kind of number; the SDK would make large whole ones BigInts. */
export const plainNumbers = { wrapNumbers: (text: string): number => Number(text) };

export const documentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true, allowImpreciseNumbers: true },
    // A copy: the document client adds to the object that it is given.
    unmarshallOptions: { ...plainNumbers },
  });

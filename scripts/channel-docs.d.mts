export interface LimitAt {
  readonly path: string;
  readonly limit: {
    readonly value: number;
    readonly unit: string;
    readonly source: string;
    readonly date: string;
  };
}

export declare function limitsIn(value: unknown, path?: readonly string[]): readonly LimitAt[];
export declare function channelsPage(): Promise<string>;

/** The page of what posts cost on AWS, made of `infra/figures.json`. */
export interface Cost {
  readonly what: string;
  readonly count: number;
  readonly usd: number;
}
/** Each line of what so many posts cost. */
export declare function costsOf(posts: number): readonly Cost[];
export declare function costPage(): Promise<string>;

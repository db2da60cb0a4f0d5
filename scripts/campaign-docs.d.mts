export declare function campaignPage(): Promise<string>;

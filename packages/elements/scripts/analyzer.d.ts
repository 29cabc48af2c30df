// The analyzer's command, called from code, has no types of its own.
declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: {
    readonly argv: readonly string[];
    readonly cwd: string;
    readonly noWrite: boolean;
  }): Promise<import('custom-elements-manifest').Package>;
}

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the operator decides, read once from the environment at start. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** The address of this site, without a slash at the end. */
  readonly url: string;
  /** The API of the register, with its version. */
  readonly registerApi: string;
  /** Where people and schools get their tokens. */
  readonly identityUrl: string;
  /** What the schools keep: their keys and their own records. */
  readonly schoolsFolder: string;
  /** What Vite built. */
  readonly buildFolder: string;
}

type Variable =
  | 'DEMO_PORT'
  | 'DEMO_HOST'
  | 'DEMO_URL'
  | 'DEMO_SCHOOLS'
  | 'DEMO_SITE'
  | 'IDENTITY_URL'
  | 'REGISTER_URL';

export function parseConfiguration(
  environment: Readonly<Partial<Record<Variable, string>>>,
): Configuration {
  const port = Number(environment.DEMO_PORT ?? '4000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('DEMO_PORT must be a whole number from 0 to 65535.');
  }
  const origin = (name: Variable, fallback: string) => {
    const value = environment[name] ?? fallback;
    if (!URL.canParse(value)) throw new Error(`${name} must be an address.`);
    return new URL(value).origin;
  };
  return {
    host: environment.DEMO_HOST ?? '127.0.0.1',
    port,
    url: origin('DEMO_URL', `http://localhost:${port}`),
    registerApi: `${origin('REGISTER_URL', 'http://localhost:4001')}/v1`,
    identityUrl: origin('IDENTITY_URL', 'http://localhost:4002'),
    schoolsFolder: resolve(environment.DEMO_SCHOOLS ?? '.data/schools'),
    buildFolder: resolve(
      environment.DEMO_SITE ?? fileURLToPath(new URL('../dist', import.meta.url)),
    ),
  };
}

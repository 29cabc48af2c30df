import { ConfigurationError, parseConfiguration } from './configuration.ts';
import { startIdentity } from './identity.ts';

try {
  const configuration = parseConfiguration(process.env);
  const identity = await startIdentity(configuration, (line) => console.error(line));
  console.log(`identity: ready on ${identity.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void identity.close());
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  return code === 'EADDRINUSE'
    ? `identity: port ${port} is taken; choose another by IDENTITY_PORT.`
    : `identity: ${message}`;
}

import { parseConfiguration } from './configuration.ts';
import { createServer } from './server.ts';

try {
  const configuration = parseConfiguration(process.env);
  const { host, port, url } = configuration;
  const server = await createServer(configuration, (line) => console.error(line));
  await server.listen({ host, port });
  console.log(`demo: ready on ${url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close());
  }
} catch (error) {
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  console.error(
    code === 'EADDRINUSE'
      ? `demo: port ${port} is taken; choose another by DEMO_PORT.`
      : `demo: ${message}`,
  );
  process.exitCode = 1;
}

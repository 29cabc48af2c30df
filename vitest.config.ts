import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './scripts/chromium.ts';

const source = ['@diplomaregister/source'];

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, of which a small machine has two.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { conditions: [...source, 'module', 'node', 'development|production'] },
        ssr: { resolve: { conditions: [...source, 'module', 'node', 'development|production'] } },
        test: {
          name: 'unit',
          environment: 'node',
          // A busy machine is no fault of the code: starting a database may take a while on it.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
          include: [
            'packages/{contract,seal,sdk,mocks}/src/**/*.test.ts',
            'packages/elements/scripts/**/*.test.ts',
            'apps/{register,identity}/src/**/*.test.ts',
            'apps/demo/server/**/*.test.ts',
            'apps/storybook/stories/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['apps/register/src/**/*postgresql*.test.ts'],
          // Loading the modules of the register anew for each file takes longer than its tests.
          isolate: false,
        },
      },
      {
        resolve: { conditions: [...source, 'module', 'node', 'development|production'] },
        ssr: { resolve: { conditions: [...source, 'module', 'node', 'development|production'] } },
        test: {
          // The register's tests once more, on a PostgreSQL server.
          name: 'postgresql',
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          globalSetup: 'apps/register/src/test-support/postgresql/global-setup.ts',
          include: ['apps/register/src/**/*.test.ts'],
          // What has nothing to do with a database, and the command line, which opens its own.
          exclude: [
            'apps/register/src/{access,api-reference,commands,crockford,http,keys,population}/**',
            'apps/register/src/extracts/{compose/**,number.test.ts}',
            'apps/register/src/{test-support,trust}/**',
            'apps/register/src/{configuration,main,server,store/folder-guard}.test.ts',
          ],
          isolate: false,
        },
      },
      {
        resolve: { conditions: [...source, 'module', 'browser', 'development|production'] },
        ssr: { resolve: { conditions: [...source, 'module', 'node', 'development|production'] } },
        test: {
          name: 'elements',
          include: ['packages/elements/src/**/*.test.ts'],
          // Loading the elements anew for each file takes longer than its tests.
          isolate: false,
          globalSetup: 'packages/elements/src/test-support/draw-on-server.ts',
          // What an element loads when it is opened may take a while on a busy machine.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [
              {
                browser: 'chromium',
                exclude: ['packages/elements/src/server/**'],
                provide: { drawnOnServer: false },
              },
              {
                // The elements once more, as a server drew them and a page takes them over.
                browser: 'chromium',
                name: 'elements taken over',
                include: [
                  'packages/elements/src/diploma-list/diploma-list.test.ts',
                  'packages/elements/src/diploma-verify/{diploma-verify,form}.test.ts',
                  'packages/elements/src/server/*.test.ts',
                ],
                provide: { drawnOnServer: true },
              },
            ],
            screenshotFailures: false,
          },
        },
      },
      {
        resolve: { conditions: [...source, 'module', 'node', 'development|production'] },
        ssr: { resolve: { conditions: [...source, 'module', 'node', 'development|production'] } },
        test: {
          name: 'demo',
          environment: 'node',
          include: ['apps/demo/e2e/**/*.test.ts'],
          globalSetup: 'apps/demo/e2e/shared-demo.ts',
          // What a page fetches may take a while on a busy machine.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { conditions: [...source, 'module', 'node', 'development|production'] },
        ssr: { resolve: { conditions: [...source, 'module', 'node', 'development|production'] } },
        test: {
          // The examples for other sites, as they were built of the packages as they were built.
          name: 'examples',
          environment: 'node',
          include: ['apps/examples/e2e/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      'apps/storybook/vitest.config.ts',
    ],
  },
});

// Runs in Node before the tests in the browser: draws what they take over.
import type { TestProject } from 'vitest/node';
import { drawList, drawVerify } from '../server/server.ts';
import { drawingKey } from './drawings.ts';

export const shareCode = '7K3M-9QXA-T2VD-58HN-6CWP';

export default function drawOnServer({ provide }: TestProject): void {
  const drawings: Record<string, string> = {};
  for (const lang of ['', 'nl', 'en', 'fy', '<script>']) {
    const options = lang ? { lang } : {};
    drawings[drawingKey('diploma-list', options)] = drawList(options);
    for (const name of ['', 'diploma']) {
      for (const code of ['', shareCode]) {
        const attributes = { lang, name, 'share-code': code };
        drawings[drawingKey('diploma-verify', attributes)] = drawVerify({
          ...options,
          ...(name && { name }),
          ...(code && { shareCode: code }),
        });
      }
    }
  }
  provide('drawings', drawings);
}

import { createClient } from '@diplomaregister/sdk';
import { setting } from './setting.ts';

const register = createClient({ url: setting('register') });

function show(name: string, count: number): void {
  const place = document.querySelector(`[data-statistic="${name}"]`);
  if (place) place.textContent = new Intl.NumberFormat(document.documentElement.lang).format(count);
}

async function refresh(): Promise<void> {
  const { diplomas, extracts } = await register.statistics.get();
  show('diplomas', diplomas.total);
  show('extracts', extracts.pastTwelveMonths);
}

// Without an answer the page keeps saying that it counts. It asks again when it is looked at again.
const tryRefresh = () => void refresh().catch(() => undefined);
tryRefresh();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') tryRefresh();
});

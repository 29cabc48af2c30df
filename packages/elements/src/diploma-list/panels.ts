/** What `<diploma-list>` needs once something is opened: loaded for the first time that it is. */
import { AccessRecordsPanel } from '../access-records/access-records-panel.ts';
import { ReportPanel } from '../correction-requests/report-panel.ts';
import { CoverageHelper } from '../coverage/coverage-helper.ts';
import { DownloadPanel } from './download-panel.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import type { PanelRequest } from './panel-request.ts';
import { SharePanel } from './share-panel.ts';

export { panelCatalogues } from '../language/panel-catalogues.ts';
export { panelStyles } from './panels.styles.ts';

/** Opens a panel in the place of the list. */
export function openPanel(request: PanelRequest, host: PanelHost): Panel {
  switch (request.name) {
    case 'download':
      return new DownloadPanel(host, request.diploma);
    case 'share':
      return new SharePanel(host, request.diploma);
    case 'access-records':
      return new AccessRecordsPanel(host);
    case 'correction-requests':
      return new ReportPanel(host, { step: 'all' });
    case 'report':
      return new ReportPanel(host, { step: 'form', diploma: request.diploma });
  }
}

/** Opens the help for who misses a diploma, which stands below the list. */
export function openCoverage(host: PanelHost): Panel {
  return new CoverageHelper(host);
}

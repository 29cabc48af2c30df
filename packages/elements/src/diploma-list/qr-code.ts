import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** The margin that readers need around the code (ISO/IEC 18004, 4 modules). */
const border = 4;

/** A QR code as an image with words. */
export function qrCode(content: string, label: string): TemplateResult {
  const { data, size } = encode(content, { ecc: 'M', border });
  const modules = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])),
  );
  return html`
    <svg class="qr" part="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
      <rect width=${size} height=${size} fill="#fff"></rect>
      <path d=${modules.join('')} fill="#000"></path>
    </svg>`;
}

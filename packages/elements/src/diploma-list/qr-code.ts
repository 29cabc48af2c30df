import { correction, generate } from 'lean-qr/nano';
import { html, type TemplateResult } from 'lit';

/** The margin that readers need around the code (ISO/IEC 18004, 4 modules). */
const border = 4;

/** A QR code as an image with words. */
export function qrCode(content: string, label: string): TemplateResult {
  const code = generate(content, { minCorrectionLevel: correction.M });
  const places = [...Array(code.size).keys()];
  const modules = places.flatMap((y) =>
    places.flatMap((x) => (code.get(x, y) ? `M${x} ${y}h1v1h-1z` : [])),
  );
  const size = code.size + 2 * border;
  return html`
    <svg class="qr" part="qr" role="img" aria-label=${label} viewBox="${-border} ${-border} ${size} ${size}" shape-rendering="crispEdges">
      <path d=${modules.join('')} fill="#000"></path>
    </svg>`;
}

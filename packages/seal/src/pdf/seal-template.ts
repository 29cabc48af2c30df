/**
 * The parts of the sealing revision, as they are written and as they must be found: the seal is
 * made by one program only, so there is one way to write it.
 */
export const sealTemplate = {
  /** The form of the document (ISO 32000-1, section 12.7.2): signatures exist, only append. */
  form: (field: number) => `<< /Fields [${field} 0 R] /SigFlags 3 >>`,

  /** The certifying signature (section 12.8.4). */
  permissions: (signature: number) => `<< /DocMDP ${signature} 0 R >>`,

  annotations: (field: number) => `[${field} 0 R]`,

  /** The field and its invisible widget in one, printed and locked (sections 12.5.3, 12.7.4.5). */
  field: (page: number, signature: number) =>
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Diplomaregister) /TU (Diplomaregister) ' +
    `/V ${signature} 0 R /F 132 /Rect [0 0 0 0] /P ${page} 0 R >>`,

  /** Nothing in the document may change (P = 1; section 12.8.2.2). */
  certification:
    '[<< /Type /SigRef /TransformMethod /DocMDP ' +
    '/TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]',

  /** The most digits that a CMS with its timestamp takes: a larger one costs memory to read. */
  mostDigits: 131_072,

  filter: 'Adobe.PPKLite',
  subFilter: 'ETSI.CAdES.detached',
} as const;

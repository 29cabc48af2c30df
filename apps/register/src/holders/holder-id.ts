/** The random id under which everything of one holder is kept. It says nothing of the person. */
export type HolderId = string & { readonly brand: unique symbol };

/** The nil UUID (RFC 9562): somebody of whom the register has nothing. It owns no row, ever. */
export const nobody = '00000000-0000-0000-0000-000000000000' as HolderId;

/** Where the contract lives on this server. */
export const basePath = '/v1';

/** Every problem that a register answers with: its status and title, by code. */
export const problems = {
  'invalid-input': { status: 400, title: 'The input is invalid' },
  'delivery-too-long': { status: 400, title: 'The delivery has too many lines' },
  'token-missing': { status: 401, title: 'No access token was given' },
  'token-invalid': { status: 401, title: 'The access token is not valid here' },
  'scope-missing': { status: 403, title: 'The access token does not allow this' },
  'institution-admits-nobody': { status: 403, title: 'The institution is not open' },
  'assurance-too-low': { status: 403, title: 'Signing in was not strong enough' },
  'not-found': { status: 404, title: 'There is no such thing, or it is not yours' },
  'method-not-allowed': { status: 405, title: 'This resource does not know this method' },
  'not-acceptable': { status: 406, title: 'No accepted media type can be given' },
  'request-too-slow': { status: 408, title: 'The request took too long to arrive' },
  'diploma-withdrawn': { status: 409, title: 'The diploma was withdrawn' },
  'correction-request-closed': { status: 409, title: 'The correction request has its answer' },
  'idempotency-key-reused': {
    status: 409,
    title: 'The idempotency key belongs to another request',
  },
  'content-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has another media type than asked' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'too-many-correction-requests': { status: 429, title: 'Too many correction requests in a day' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'internal-error': { status: 500, title: 'The register failed' },
  unavailable: { status: 503, title: 'The register cannot do this just now' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>;

/** A code of a problem: the last part of its `type`. */
export type ProblemCode = keyof typeof problems;

import type { Schema } from './schema.ts';

/** The types of columns that rows are inserted into many at a time. */
export type ColumnType = 'boolean' | 'bytea' | 'integer' | 'text' | 'timestamptz' | 'uuid';

/** The tables that take many rows at once, and the types of their columns. */
export const columnTypes = {
  holders: {
    id: 'uuid',
    bsnHash: 'bytea',
    hashKeyId: 'text',
    bsnContent: 'bytea',
    contentKeyId: 'text',
  },
  diplomaVersions: {
    holderId: 'uuid',
    diplomaId: 'uuid',
    version: 'integer',
    standing: 'text',
    isCurrent: 'boolean',
    sector: 'text',
    level: 'text',
    scheme: 'text',
    programme: 'text',
    institution: 'text',
    awarded: 'text',
    digest: 'bytea',
    digestKeyId: 'text',
    content: 'bytea',
    contentKeyId: 'text',
    statusList: 'integer',
    statusIndex: 'integer',
    registeredAt: 'timestamptz',
  },
  deliveryRejections: {
    deliveryId: 'uuid',
    line: 'integer',
    content: 'bytea',
    contentKeyId: 'text',
  },
} as const satisfies { [Table in keyof Schema]?: Record<keyof Schema[Table], ColumnType> };

// What the register's list is measured against: node:http and pg, the same query, nothing else.
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import pg from 'pg';

const { values } = parseArgs({ options: { database: { type: 'string' } } });
const pool = new pg.Pool({ connectionString: values.database, max: 10 });

const query = `
  select holder_id, diploma_id, version, standing, registered_at, content, content_key_id,
    status_list, status_index, awarded
  from diploma_versions
  where holder_id = $1 and is_current
  order by awarded desc, diploma_id desc
  limit 101
`;

const server = createServer(async (request, response) => {
  try {
    const { rows } = await pool.query(query, [request.headers['holder-id']]);
    const items = rows.map((row) => ({ ...row, content: row.content.toString('base64') }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ items }));
  } catch {
    response.writeHead(500).end();
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.send?.(address?.port);
});

// The other end of the scale: node:http and pg, the same fifty rows as JSON. No session, no gate, no event, no framework.
import http from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const query = {
  name: 'list',
  text: `SELECT id, title, category, type_label, date, date_precision, year, author_name, author_specialty,
                author_organization, received_at, hidden_from_professionals
           FROM document
          WHERE space_id = $1 AND status IN ('approved', 'archived') AND NOT not_yet_announced
          ORDER BY date DESC, id DESC LIMIT 50`,
}

const server = http.createServer((request, response) => {
  const space = new URL(request.url ?? '/', 'http://localhost').searchParams.get('space')
  pool.query({ ...query, values: [space] }).then(
    ({ rows }) => {
      const body = Buffer.from(JSON.stringify(rows))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    },
    () => response.writeHead(500).end(),
  )
})
server.listen(Number(process.env.PORT), '127.0.0.1')

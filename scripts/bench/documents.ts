import type pg from 'pg'
import { categoryOf } from '@/lib/record/documents/categories'
import { searchable } from '@/lib/record/documents/searching/search-text'

/** How many documents a person has. */
export type Share = { readonly spaceId: string; readonly count: number }

/** What people receive, and how much of it in a hundred. */
const kinds: ReadonlyArray<
  readonly [weight: number, type: string, cls: string, title: string, specialty: string]
> = [
  [18, '11502-2', '10', 'Compte rendu d’examens biologiques', 'Biologiste médical'],
  [8, '11502-2', '10', 'Bilan lipidique et glycémie à jeun', 'Biologiste médical'],
  [4, '11502-2', '10', 'Numération formule sanguine', 'Biologiste médical'],
  [14, '11488-4', '10', 'Compte rendu de consultation', 'Médecine générale'],
  [6, '34112-3', '10', 'Lettre de liaison à la sortie de l’hôpital', 'Médecine interne'],
  [4, '11504-8', '10', 'Compte rendu opératoire', 'Chirurgie orthopédique'],
  [10, '57833-6', '42', 'Ordonnance de médicaments', 'Médecine générale'],
  [6, '57828-6', '44', 'Prescription d’actes de kinésithérapie', 'Médecine générale'],
  [7, '18748-4', '31', 'Compte rendu d’imagerie : radiographie du thorax', 'Radiologie'],
  [4, '18748-4', '31', 'Compte rendu d’imagerie : échographie abdominale', 'Radiologie'],
  [8, 'REMB', '60', 'Relevé des soins remboursés', 'Assurance Maladie'],
  [3, '11369-6', '10', 'Carnet de vaccination', 'Médecine générale'],
  [3, 'CERT_DECL', '52', 'Certificat médical', 'Médecine générale'],
  [2, '60591-5', '11', 'Volet de synthèse médicale', 'Médecine générale'],
  [3, 'EXPPAT_2', '90', 'Document ajouté par le patient', 'Patient'],
]

function slots() {
  return kinds
    .flatMap(([weight, type, cls, title, specialty]) =>
      Array.from({ length: weight }, () => ({
        type,
        class: cls,
        title,
        specialty,
        category: categoryOf(type, cls),
        search: searchable(title, specialty),
      })),
    )
    .map((kind, i) => ({ i, ...kind }))
}

const authorCount = 2_000
const names =
  'ARNAUD BLANC CHEVALIER DUVAL ETIENNE FONTAINE GAUTIER HUBERT JACOB LECLERC MARTEL NICOLAS PERRIN ROUX SANCHEZ THOMAS'.split(
    ' ',
  )
const towns = 'Villebrume Montclair Roquevert Saint-Avit Bellerive Hautecombe Fontenay-le-Lac Orval'.split(
  ' ',
)

function authors() {
  return Array.from({ length: authorCount }, (_, i) => {
    const name = `Dr ${'ABCDEFGHIJKLM'[i % 13]}. ${names[i % names.length]}-${i}`
    const organization = `${i % 3 === 0 ? 'Centre hospitalier' : 'Cabinet médical'} de ${towns[i % towns.length]}`
    return { i, name, organization, search: searchable(name, organization) }
  })
}

/** UUID v7 of an instant, the rest from a text: the same population at each run. */
const idFunction = `CREATE OR REPLACE FUNCTION pg_temp.bench_id(at timestamptz, seed text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(set_byte(set_byte(b, 6, (get_byte(b, 6) & 15) | 112), 8, (get_byte(b, 8) & 63) | 128), 'hex')::uuid
    FROM (SELECT overlay(decode(md5(seed), 'hex')
                 PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6) AS b) AS bytes
$$`

const insertion = `
INSERT INTO document (
  space_id, id, unique_id, entry_uuid, set_id, version, replaces, submission_set_id, status, category, type_code,
  type_label, class_code, format_code, title, confidentiality, hidden_from_professionals, date, year, date_precision,
  service_start, service_stop, author_name, author_specialty, author_organization, attribution, practice_setting,
  facility_type, language, media_type, size, sha256, source, received_at, search_text, storage_key, wrapped_key, key_id)
SELECT d.space_id, pg_temp.bench_id(d.received, d.seed), '1.2.250.1.999.9.' || d.h, 'urn:uuid:' || md5(d.seed)::uuid,
       '1.2.250.1.999.8.' || d.h, '1', '{}', '1.2.250.1.999.7.' || d.h,
       (CASE WHEN d.h % 97 < 2 THEN 'deprecated' WHEN d.h % 97 = 5 THEN 'archived' ELSE 'approved' END)::"DocumentStatus",
       k.category, k.type, k.title, k.class, 'urn:asip:ci-sis:' || k.type, k.title, ARRAY['N'], d.h % 53 = 0,
       d.at, extract(year FROM d.at AT TIME ZONE 'Europe/Paris')::int, CASE WHEN d.h % 5 = 0 THEN 'day' ELSE 'minute' END,
       d.at, d.at, a.name, k.specialty, a.organization,
       jsonb_build_object('authors', jsonb_build_array(jsonb_build_object('name', a.name, 'role', 'author', 'specialty',
         k.specialty, 'organization', a.organization, 'id', '8' || d.h % 10000000000, 'idSystem', '1.2.250.1.71.4.2.1')),
         'custodian', a.organization, 'validatedBy', a.name),
       'Ambulatoire', 'Cabinet de ville', 'fr-FR', 'application/xml', 8000 + (d.h % 60000)::int,
       sha256(d.seed::bytea), 'bench', d.received, k.search || ' ' || a.search,
       left(md5(d.seed), 2) || '/' || md5(d.seed)::uuid, substring(sha256(d.seed::bytea) || sha256(d.seed::bytea) FROM 1 FOR 60),
       'bench'
  FROM (
    SELECT s.space_id, s.space_id || '/' || n AS seed, h, h0,
           date_trunc('minute', now()) - make_interval(days => (1 + ((n - 1) * 4380 / s.count + (h >> 7) % 40))::int,
             mins => ((h >> 13) % 1440)::int) AS at,
           date_trunc('minute', now()) - make_interval(days => (1 + ((n - 1) * 4380 / s.count + (h >> 7) % 40))::int) + interval '30 minutes' AS received
      FROM unnest($1::uuid[], $2::int[]) AS s(space_id, count)
     CROSS JOIN LATERAL (SELECT hashtextextended(s.space_id::text, 1) & 1099511627775 AS h0) AS person
     CROSS JOIN LATERAL generate_series(1, s.count) AS n
     CROSS JOIN LATERAL (SELECT hashtextextended(s.space_id || '/' || n, 2) & 4611686018427387903 AS h) AS hashed
  ) AS d
  JOIN jsonb_to_recordset($3::jsonb) AS k(i int, type text, class text, title text, specialty text, category text, search text)
    ON k.i = d.h % ${kinds.reduce((sum, [weight]) => sum + weight, 0)}
  JOIN jsonb_to_recordset($4::jsonb) AS a(i int, name text, organization text, search text)
    ON a.i = (d.h0 + ((d.h >> 21) % 8) * 37) % ${authorCount}`

const batchDocuments = 20_000

/** Documents over twelve years, with the columns that a received one has; their bytes are not stored. */
export async function insertDocuments(client: pg.Client, shares: readonly Share[]): Promise<void> {
  await client.query(idFunction)
  const lists = [JSON.stringify(slots()), JSON.stringify(authors())]
  let batch: Share[] = []
  let waiting = 0
  const flush = async () => {
    if (batch.length === 0) return
    await client.query(insertion, [batch.map(one => one.spaceId), batch.map(one => one.count), ...lists])
    batch = []
    waiting = 0
  }
  for (const share of shares) {
    batch.push(share)
    waiting += share.count
    if (waiting >= batchDocuments) await flush()
  }
  await flush()
}

/** Half of what these people have was opened, and they came a while ago: pages have something new to mark. */
export async function insertReadings(client: pg.Client, readers: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO document_reading (space_id, reader_id, document_id, at)
     SELECT space_id, space_id, id, received_at + interval '2 days' FROM document
      WHERE space_id = ANY($1::uuid[]) AND abs(hashtext(id::text)) % 2 = 0`,
    [readers],
  )
  await client.query(
    `INSERT INTO reader_visit (space_id, reader_id, current_at, previous_at)
     SELECT id, id, now(), now() - interval '200 days' FROM unnest($1::uuid[]) AS id`,
    [readers],
  )
}

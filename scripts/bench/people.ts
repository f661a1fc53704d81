import type pg from 'pg'
import { insOids, nirKey } from '@/lib/people/identity/ins'
import { sealBeyond } from '@/lib/people/identity/store'
import { type Traits, traitsKey } from '@/lib/people/identity/traits'
import { indexHash } from '@/lib/platform/crypto/hash'
import { newId } from '@/lib/platform/ids'

export type BenchPerson = Traits & {
  readonly spaceId: string
  readonly matricule: string
  readonly oid: string
  /** As the history names the person. */
  readonly name: string
}

const given = 'Anne Paul Inès Louis Jade Hugo Rose Adam Lina Léo Alice Noé Mila Jules Nina Yanis'.split(' ')
const family =
  'AVRIL BONNET CHARLET DUMONT ESNAULT FAURE GUERIN HENRY IMBERT JOLY KELLER LAMBERT MOREL NOEL OLIVIER PICARD QUENTIN RENARD SIMON TANGUY'.split(
    ' ',
  )

/** A well-formed matricule, different for each number below a million. */
function matriculeOf(number: number, birthDate: string, female: boolean): string {
  const serial = String(number).padStart(6, '0')
  const body = `${female ? 2 : 1}${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}75${serial}`
  return body + nirKey(body)
}

const two = (value: number) => String(value).padStart(2, '0')

/** A person who does not exist; `number` below a million, different for each. `known`: traits that a document names. */
export function fictivePerson(number: number, known: Partial<Traits> & { oid?: string } = {}): BenchPerson {
  const female = number % 2 === 0
  const birthDate = `${1925 + (number % 95)}-${two(1 + (number % 12))}-${two(1 + (number % 28))}`
  const firstName = given[number % given.length] ?? 'Anne'
  const birthName =
    known.birthName ?? `${family[Math.floor(number / 16) % family.length]} ${two(number % 89)}`
  return {
    spaceId: newId(),
    matricule: matriculeOf(number, birthDate, female),
    oid: known.oid ?? insOids.nirTest,
    birthName,
    givenNames: known.givenNames ?? [firstName],
    sex: known.sex ?? (female ? 'female' : 'male'),
    birthDate: known.birthDate ?? birthDate,
    birthPlace: known.birthPlace ?? '75112',
    name: `${firstName} ${birthName}`,
  }
}

const batchSize = 5_000

/** People, their open spaces and the keys that lead to them, as the register and the activation would have left them. */
export async function insertPeople(client: pg.Client, people: readonly BenchPerson[]): Promise<void> {
  for (let from = 0; from < people.length; from += batchSize)
    await insertBatch(client, people.slice(from, from + batchSize))
}

async function insertBatch(client: pg.Client, people: readonly BenchPerson[]): Promise<void> {
  const ids = people.map(person => person.spaceId)
  const column = (of: (person: BenchPerson) => unknown) => people.map(of)
  await client.query(
    `INSERT INTO space (space_id, state, created_at, opened_at, terms_version)
     SELECT id, 'open', now() - interval '5 years', now() - interval '4 years', '2026-11' FROM unnest($1::uuid[]) AS id`,
    [ids],
  )
  await client.query(
    `INSERT INTO person (space_id, matricule, matricule_oid, birth_name, given_names, sex, birth_date, birth_place)
     SELECT id, matricule, oid, name, ARRAY[given], sex::"Sex", date, place
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
         AS p(id, matricule, oid, name, given, sex, date, place)`,
    [
      ids,
      column(person => person.matricule),
      column(person => person.oid),
      column(person => person.birthName),
      column(person => person.givenNames.join(' ')),
      column(person => person.sex),
      column(person => person.birthDate),
      column(person => person.birthPlace),
    ],
  )
  await client.query('INSERT INTO ins_key (hash, space_id) SELECT * FROM unnest($1::bytea[], $2::uuid[])', [
    column(person => Buffer.from(indexHash('ins', `${person.oid}|${person.matricule}`))),
    ids,
  ])
  await client.query(
    `INSERT INTO traits_key (hash, space_id, beyond) SELECT * FROM unnest($1::bytea[], $2::uuid[], $3::bytea[])`,
    [
      column(person => Buffer.from(indexHash('traits', traitsKey(person)))),
      ids,
      column(person => sealBeyond(person, person.spaceId)),
    ],
  )
}

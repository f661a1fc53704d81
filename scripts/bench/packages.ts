import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readIncoming } from '@/lib/interop/incoming/read'
import type { IncomingDocument, IncomingPatient } from '@/lib/interop/incoming/schema'
import { Archive } from '@/lib/interop/xdm/archive'
import { writeXdm } from '@/lib/interop/xdm/write'
import { writeZip } from '@/lib/interop/xdm/zip'
import { categoryOf } from '@/lib/record/documents/categories'
import { demonstrationDocuments } from '@/prisma/seed/story/documents'
import { type BenchPerson, fictivePerson } from './people'

/** A package and whom it names. */
type Model = { readonly bytes: Uint8Array; readonly name: string; readonly patient: IncomingPatient }

/** Packages that others published, when a copy of them is at hand (`CORPUS_DIR` holds `xdm/`), else our own. */
export async function modelPackages(
  corpus: string | undefined,
): Promise<{ origin: string; models: Model[] }> {
  const folder = corpus ? path.join(corpus, 'xdm') : ''
  const published = folder && existsSync(folder)
  const files = published ? await filesOf(folder) : ownPackages()
  const models: Model[] = []
  for (const file of files) {
    const read = await readIncoming(file.bytes, file.name)
    const [first] = read.ok ? read.data : []
    if (!read.ok || !first?.patient || read.data.some(document => document.action === 'delete')) continue
    models.push({ ...file, patient: first.patient })
  }
  return { origin: published ? 'paquets publiés (CORPUS_DIR)' : 'paquets du projet', models }
}

async function filesOf(folder: string) {
  const names = (await readdir(folder)).filter(name => /\.zip$/iu.test(name)).sort()
  return Promise.all(names.map(async name => ({ name, bytes: await readFile(path.join(folder, name)) })))
}

const isXml = (bytes: Uint8Array) => bytes[0] === 0x3c

function ownPackages() {
  return demonstrationDocuments(new Date())
    .map(document => ({ name: document.fileName, title: document.title, bytes: document.bytes() }))
    .filter(({ bytes }) => isXml(bytes))
    .map(({ name, title, bytes }, number) => {
      const id = `urn:uuid:00000000-0999-4999-8999-8${String(number).padStart(11, '0')}`
      const text = Buffer.from(bytes).toString('latin1')
      const [, root = '', matricule = ''] =
        /<recordTarget.*?<id [^>]*root="([\d.]+)" extension="(\d{15})"/su.exec(
          text.replaceAll(/extension="(\d{15})" root="([\d.]+)"/gu, 'root="$2" extension="$1"'),
        ) ?? ['', '', '']
      const [, uniqueId = ''] = /<id [^>]*root="([\d.]+)"/u.exec(text) ?? ['', '']
      const patientId = { value: matricule, authority: root, type: 'NH' }
      return {
        name: `${name}.zip`,
        bytes: writeXdm(
          {
            entryUuid: id.replace('-8', '-9'),
            uniqueId: `1.2.250.1.999.5.${number}`,
            sourceId: '1.2.250.1.999.6',
            patientId,
            title,
            documents: [
              { entryUuid: id, uniqueId, bytes, mimeType: 'text/xml', patientId, title, confidentiality: [] },
            ],
          },
          { name: 'Cabinet', application: 'Banc de mesure' },
        ),
      }
    })
}

const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('hex')

/** The same package for another person: what it weighs does not change, its hashes do. */
async function readdressed(model: Model, person: BenchPerson): Promise<Uint8Array> {
  const archive = await Archive.open(model.bytes)
  if (!archive.ok) throw new Error(`${model.name}: ${archive.error.code}`)
  const files: Array<{ path: string; text: string; hashes: [string, string] }> = []
  for (const name of archive.data.paths.filter(name => !name.endsWith('/'))) {
    const content = await archive.data.read(name)
    if (!content.ok || !content.data) continue
    const text = Buffer.from(content.data).toString('latin1')
    const changed = text.replaceAll(model.patient.matricule, person.matricule)
    files.push({
      path: name,
      text: changed,
      hashes: [sha1(content.data), sha1(Buffer.from(changed, 'latin1'))],
    })
  }
  const isMetadata = (name: string) => /METADATA\.XML$/iu.test(name)
  const rehashed = (text: string) =>
    files.reduce(
      (all, { hashes: [old, now] }) => all.replaceAll(old, now).replaceAll(old.toUpperCase(), now),
      text,
    )
  return writeZip(
    files.map(file => ({
      path: file.path,
      bytes: Buffer.from(isMetadata(file.path) ? rehashed(file.text) : file.text, 'latin1'),
    })),
  )
}

/** Writes `count` packages, each for a person of its own. @returns these people, whom the database must be given */
export async function writePackages(
  folder: string,
  settings: { readonly count: number; readonly models: readonly Model[]; readonly firstNumber: number },
): Promise<BenchPerson[]> {
  await mkdir(folder, { recursive: true })
  const people: BenchPerson[] = []
  for (let i = 0; i < settings.count; i++) {
    const model = settings.models[i % settings.models.length]
    if (!model) throw new Error('no package to import')
    const { traits, oid } = model.patient
    const person = fictivePerson(settings.firstNumber + i, {
      oid,
      ...(traits.birthName ? { birthName: traits.birthName } : {}),
      ...(traits.birthDate?.length === 10 ? { birthDate: traits.birthDate } : {}),
    })
    await writeFile(path.join(folder, `${String(i).padStart(6, '0')}.zip`), await readdressed(model, person))
    people.push(person)
  }
  return people
}

/** The demonstration's largest biology report, to be given to others than the person it was written for. */
export async function biologyReport(): Promise<{ bytes: Uint8Array; patient: IncomingPatient }> {
  let best: IncomingDocument | null = null
  for (const document of demonstrationDocuments(new Date())) {
    const bytes = document.bytes()
    if (!isXml(bytes)) continue
    const read = await readIncoming(bytes, document.fileName)
    const [one] = read.ok ? read.data : []
    if (
      one?.patient &&
      categoryOf(one.type?.code ?? null, null) === 'BIOLOGIE' &&
      one.size > (best?.size ?? 0)
    )
      best = one
  }
  if (!best?.patient) throw new Error('no biology report in the demonstration')
  return { bytes: best.bytes, patient: best.patient }
}

export function forPerson(
  report: { bytes: Uint8Array; patient: IncomingPatient },
  person: BenchPerson,
): Uint8Array {
  const text = Buffer.from(report.bytes)
    .toString('utf8')
    .replaceAll(report.patient.matricule, person.matricule)
  const { birthName } = report.patient.traits
  return Buffer.from(birthName ? text.replaceAll(birthName, person.birthName) : text)
}

import { randomUUID } from 'node:crypto'
import {
  loinc,
  nationalProfessionalOid,
  nationalStructureOid,
  specialtyOid,
} from '@/lib/interop/cda-writer/codes'
import type { CdaDraft, Coded, ProfessionalDraft, SectionDraft } from '@/lib/interop/cda-writer/draft'
import { writeCda } from '@/lib/interop/cda-writer/write'
import { writePdf } from '@/lib/interop/pdf/write'
import { insOids } from '@/lib/people/identity/ins'
import { writePng } from '@/prisma/seed/story/png'
import type { SentFile } from './backstage-protocol'
import type { Citizen } from './people'

/** The documents that a citizen receives, written as software sends them. Everyone in them is invented. */

const professional = (
  family: string,
  organization: string,
  specialty: [string, string],
): ProfessionalDraft => ({
  id: { root: nationalProfessionalOid, extension: `8990000${family.length}0123` },
  specialty: { code: specialty[0], system: specialtyOid, display: specialty[1] },
  organization: {
    id: { root: nationalStructureOid, extension: `199000${organization.length}012` },
    name: organization,
  },
  by: { kind: 'person', family, given: 'Louise', prefix: 'MME', suffix: 'DR' },
})

export const biologist = professional('BRUYERE', 'Laboratoire des Tilleuls', [
  'G15_10/SM03',
  'Biologie médicale',
])
export const surgeon = professional('CHARME', 'Hôpital de la Colline', ['G15_10/SM10', 'Chirurgie générale'])
export const doctor = professional('FOUGERE', 'Cabinet du Pont', ['G15_10/SM26', 'Médecine générale'])
export const radiologist = professional('GENET', 'Imagerie du Canal', ['G15_10/SM44', 'Radio-diagnostic'])

export type Wanted = Partial<
  Pick<CdaDraft, 'title' | 'effectiveTime' | 'code' | 'replaces' | 'setId' | 'version' | 'encounter'>
> & { readonly by?: ProfessionalDraft; readonly sections?: readonly SectionDraft[] }

function patientOf(citizen: Citizen): CdaDraft['patient'] {
  return {
    ins: { matricule: citizen.matricule, oid: insOids.nirTest },
    birthName: citizen.birthName,
    givenNames: citizen.givenNames.join(' '),
    firstGivenName: citizen.givenNames[0] ?? '',
    sex: citizen.sex,
    birthDate: citizen.birthDate,
    birthPlace: { code: citizen.birthPlace },
  }
}

/** A document of this person with only what the test cares about said. */
export function document(citizen: Citizen, wanted: Wanted): SentFile {
  const id = randomUUID().replaceAll('-', '')
  const by = wanted.by ?? doctor
  const time = wanted.effectiveTime ?? new Date('2026-03-12T09:30:00Z')
  const facility: Coded = { code: 'SA07', system: '1.2.250.1.71.4.2.4', display: 'Cabinet individuel' }
  const bytes = writeCda({
    templates: [],
    id: { root: '1.2.250.1.999.7', extension: id },
    setId: wanted.setId ?? { root: '1.2.250.1.999.7.1', extension: id },
    version: wanted.version ?? 1,
    ...(wanted.replaces ? { replaces: wanted.replaces } : {}),
    code: wanted.code ?? loinc('11488-4', 'CR ou fiche de consultation ou de visite'),
    title: wanted.title ?? 'Compte rendu de consultation',
    effectiveTime: time,
    confidentiality: { level: 'N' },
    patient: patientOf(citizen),
    authors: [{ kind: 'professional', professional: by, time }],
    custodian: by.organization,
    legalAuthenticator: { professional: by, time },
    serviceEvents: [{ low: time, performer: by }],
    encounter: wanted.encounter ?? { low: time, facility, placeName: by.organization.name },
    body: { kind: 'structured', sections: wanted.sections ?? [note('Le texte du compte rendu.')] },
  })
  return { name: `${id}.xml`, bytes }
}

export const note = (text: string, title = 'Compte rendu'): SectionDraft => ({
  title,
  blocks: [{ kind: 'paragraph', content: text }],
})

/** One measure within its range, one above it with an earlier value. */
export function biologyReport(citizen: Citizen): SentFile {
  const time = new Date('2026-03-12T07:45:00Z')
  return document(citizen, {
    title: 'Examens de biologie médicale',
    code: loinc('11502-2', 'CR d’examens biologiques'),
    by: biologist,
    effectiveTime: time,
    sections: [
      {
        title: 'Biochimie',
        code: loinc('18719-5', 'Biochimie'),
        blocks: [],
        entries: [
          {
            kind: 'biology',
            code: loinc('18719-5', 'Biochimie'),
            groups: [
              {
                label: 'Sang',
                results: [
                  {
                    label: 'Glucose',
                    code: loinc('14749-6', 'Glucose'),
                    time,
                    value: { kind: 'quantity', value: '4.90', unit: 'mmol/L' },
                    range: { low: '3.90', high: '5.50' },
                    interpretation: 'N',
                  },
                  {
                    label: 'Cholestérol LDL',
                    code: loinc('39469-2', 'Cholestérol LDL'),
                    time,
                    value: { kind: 'quantity', value: '4.60', unit: 'mmol/L' },
                    range: { low: '1.00', high: '3.40' },
                    interpretation: 'H',
                    previous: [
                      { time: '2025-02-04', value: { kind: 'quantity', value: '4.10', unit: 'mmol/L' } },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  })
}

export function dischargeLetter(citizen: Citizen): SentFile {
  return document(citizen, {
    title: 'Lettre de liaison à la sortie',
    code: loinc('11490-0', 'Lettre de liaison à la sortie d’un établissement de soins'),
    by: surgeon,
    effectiveTime: new Date('2026-02-20T15:00:00Z'),
    sections: [
      note('Opération du genou gauche le 16 février.', 'Motif'),
      {
        title: 'Suites',
        blocks: [
          { kind: 'list', items: ['Marcher un peu chaque jour.', 'Revoir le chirurgien dans six semaines.'] },
          {
            kind: 'table',
            caption: 'Rendez-vous',
            head: ['Quand', 'Avec qui'],
            rows: [['3 avril', 'Dr Charme']],
          },
        ],
      },
    ],
  })
}

export function prescription(citizen: Citizen): SentFile {
  return document(citizen, {
    title: 'Ordonnance du 2 mars',
    code: loinc('57833-6', 'Prescription de produits de santé'),
    effectiveTime: new Date('2026-03-02T10:00:00Z'),
    sections: [
      {
        title: 'Prescription',
        blocks: [],
        entries: [
          {
            kind: 'medications',
            items: [
              {
                id: { root: randomUUID() },
                label: 'Paracétamol 1 g comprimé',
                mood: 'INT',
                low: '2026-03-02',
                high: '2026-03-09',
                dosage: 'Un comprimé toutes les six heures si douleur',
              },
            ],
          },
        ],
      },
    ],
  })
}

/** A small drawn picture: a disc on grey. */
export function picture(): Uint8Array {
  return writePng({
    width: 64,
    height: 48,
    pixel: (x, y) => (Math.hypot(x - 32, y - 24) < 16 ? 220 : 60),
  })
}

export function imagingReport(citizen: Citizen): SentFile {
  return document(citizen, {
    title: 'Radiographie du genou gauche',
    code: loinc('18748-4', 'CR d’imagerie médicale'),
    by: radiologist,
    effectiveTime: new Date('2026-01-15T11:00:00Z'),
    sections: [
      {
        title: 'Images',
        blocks: [
          { kind: 'paragraph', content: 'Pas de fracture visible.' },
          {
            kind: 'image',
            id: 'image-1',
            mediaType: 'image/png',
            bytes: picture(),
            caption: 'Genou gauche, de face',
          },
        ],
      },
    ],
  })
}

export function vaccinationHistory(citizen: Citizen): SentFile {
  return document(citizen, {
    title: 'Historique des vaccinations',
    code: loinc('11369-6', 'Historique des vaccinations'),
    effectiveTime: new Date('2025-11-05T09:00:00Z'),
    sections: [
      {
        title: 'Vaccinations',
        blocks: [],
        entries: [
          {
            kind: 'immunisations',
            items: [
              {
                id: { root: randomUUID() },
                label: 'Grippe saisonnière',
                date: '2025-11-05',
                vaccine: { name: 'Vaccin grippe inventé' },
                lot: 'LOT-E2E-1',
              },
              {
                id: { root: randomUUID() },
                label: 'Diphtérie, tétanos, poliomyélite',
                date: '2020-06',
                vaccine: { name: 'Vaccin DTP inventé' },
                rank: 3,
              },
            ],
          },
        ],
      },
    ],
  })
}

/** Bare files say nobody's name: the sender does. */
export function letterPdf(): SentFile {
  const bytes = writePdf({
    title: 'Attestation',
    author: 'Cabinet du Pont',
    created: new Date('2025-10-10T08:00:00Z'),
    blocks: [
      { kind: 'heading', text: 'Attestation de suivi' },
      { kind: 'paragraph', text: `Suivi régulier, référence ${randomUUID()}.` },
    ],
  })
  return { name: '2025-10-10-attestation-de-suivi.pdf', bytes }
}

export function photo(): SentFile {
  const shade = Math.floor(Math.random() * 200)
  const bytes = writePng({ width: 32, height: 32, pixel: (x, y) => [shade, (x * 8) % 256, (y * 8) % 256] })
  return { name: '2025-09-01-photo-du-plan.png', bytes }
}

export function plainText(): SentFile {
  const bytes = new TextEncoder().encode(`Notes de la visite.\nRéférence ${randomUUID()}.\n`)
  return { name: '2025-08-01-notes-de-visite.txt', bytes }
}

/** The five kinds of documents that everyone knows, newest first, with the heading of each. */
export const fiveKinds = [
  { title: 'Examens de biologie médicale', write: biologyReport },
  { title: 'Ordonnance du 2 mars', write: prescription },
  { title: 'Lettre de liaison à la sortie', write: dischargeLetter },
  { title: 'Radiographie du genou gauche', write: imagingReport },
  { title: 'Historique des vaccinations', write: vaccinationHistory },
] as const

export const everyKind = (citizen: Citizen): readonly SentFile[] => [
  ...fiveKinds.map(({ write }) => write(citizen)),
  letterPdf(),
  photo(),
  plainText(),
]

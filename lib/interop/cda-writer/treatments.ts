import { actCodeOid, codedAttributes, codedEl, idEl, loinc, shownDate, timestamp } from './codes'
import type { Block, CdaTime, Coded, EntryDraft, ImmunisationDraft, MedicationDraft } from './draft'
import { type Element, el } from './markup'
import { assignedEntityEl } from './parties'

/** Vaccinations (VAC, VAC-NOTE) and medicines (prescription, dispensation). */

type Immunisations = Extract<EntryDraft, { kind: 'immunisations' }>
type Medications = Extract<EntryDraft, { kind: 'medications' }>

const templates = (...roots: readonly string[]): readonly Element[] =>
  roots.map(root => el('templateId', { root }))

const kinds = {
  INITIMMUNIZ: '1ère série vaccinante',
  BOOSTER: 'Rappel',
  IMMUNIZ: 'Vaccination',
} as const

export function immunisationBlocks(entry: Immunisations, prefix: string): readonly Block[] {
  return [
    {
      kind: 'table',
      head: ['Date', 'Vaccin', 'Lot', 'Rang', 'Vaccinateur', 'Remarque'],
      rows: entry.items.map((item, index) => [
        shownDate(item.date),
        [{ text: item.label, id: `${prefix}-${index + 1}` }],
        item.lot ?? '',
        item.rank === undefined ? '' : String(item.rank),
        vaccinator(item),
        item.comment ?? '',
      ]),
    },
  ]
}

function vaccinator(item: ImmunisationDraft): string {
  if (item.performer?.by.kind !== 'person') return ''
  const { prefix, suffix, given, family } = item.performer.by
  const title = suffix === 'DR' ? 'Dr' : prefix === 'MME' ? 'Mme' : 'M.'
  return [title, given, family].filter(Boolean).join(' ')
}

function productEl(name: string, code: Coded | undefined, extra: Product): Element {
  const pointer = el('originalText', {}, [el('reference', { value: `#${extra.id}` })])
  const translation = extra.atc ? [codedEl('translation', extra.atc)] : []
  const codeEl = code
    ? codedEl('code', code, [pointer, ...translation])
    : el('code', { nullFlavor: 'NA' }, [pointer, ...translation])
  return el('consumable', { typeCode: 'CSM' }, [
    el('manufacturedProduct', { classCode: 'MANU' }, [
      ...templates(
        '2.16.840.1.113883.10.20.1.53',
        '1.3.6.1.4.1.19376.1.5.3.1.4.7.2',
        '1.2.250.1.213.1.1.3.43',
      ),
      el('manufacturedMaterial', { classCode: 'MMAT', determinerCode: 'KIND' }, [
        codeEl,
        el('name', {}, [name]),
        extra.lot ? el('lotNumberText', {}, [extra.lot]) : undefined,
      ]),
    ]),
  ])
}

type Product = { readonly id: string; readonly atc?: Coded | undefined; readonly lot?: string | undefined }

function rankEl(rank: number | undefined): Element | undefined {
  if (rank === undefined) return undefined
  return el('entryRelationship', { typeCode: 'SUBJ' }, [
    el('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
      ...templates('2.16.840.1.113883.10.20.1.46', '1.2.250.1.213.1.1.3.82'),
      codedEl('code', loinc('30973-2', 'Rang de la vaccination')),
      el('statusCode', { code: 'completed' }),
      el('value', { 'xsi:type': 'INT', value: String(rank) }),
    ]),
  ])
}

function commentEl(comment: string | undefined): Element | undefined {
  if (comment === undefined) return undefined
  return el('entryRelationship', { typeCode: 'SUBJ' }, [
    el('act', { classCode: 'ACT', moodCode: 'EVN' }, [
      ...templates('2.16.840.1.113883.10.20.1.40', '1.3.6.1.4.1.19376.1.5.3.1.4.2', '1.2.250.1.213.1.1.3.32'),
      codedEl('code', loinc('48767-8', 'Commentaire')),
      el('text', {}, [comment]),
      el('statusCode', { code: 'completed' }),
    ]),
  ])
}

function immunisationEl(item: ImmunisationDraft, id: string): Element {
  const kind = item.kind ?? 'IMMUNIZ'
  const administration = el(
    'substanceAdministration',
    { classCode: 'SBADM', moodCode: 'EVN', negationInd: 'false' },
    [
      ...templates(
        '2.16.840.1.113883.10.20.1.24',
        '1.3.6.1.4.1.19376.1.5.3.1.4.12',
        '1.2.250.1.213.1.1.3.45',
      ),
      idEl(item.id),
      el('code', { code: kind, displayName: kinds[kind], codeSystem: actCodeOid }),
      el('text', {}, [el('reference', { value: `#${id}` })]),
      el('statusCode', { code: 'completed' }),
      el('effectiveTime', { value: timestamp(item.date) }),
      item.route ? codedEl('routeCode', item.route) : undefined,
      item.site
        ? el('approachSiteCode', { nullFlavor: 'OTH' }, [el('originalText', {}, [item.site])])
        : undefined,
      productEl(item.vaccine.name, item.vaccine.code, { id, atc: item.vaccine.atc, lot: item.lot }),
      item.performer ? el('performer', { typeCode: 'PRF' }, [assignedEntityEl(item.performer)]) : undefined,
      rankEl(item.rank),
      commentEl(item.comment),
    ],
  )
  return el('entry', {}, [administration])
}

export function immunisationEntries(entry: Immunisations, prefix: string): readonly Element[] {
  return entry.items.map((item, index) => immunisationEl(item, `${prefix}-${index + 1}`))
}

const shownPeriod = (low?: CdaTime, high?: CdaTime): string => {
  if (low !== undefined && high !== undefined) return `du ${shownDate(low)} au ${shownDate(high)}`
  return low === undefined ? '' : `à partir du ${shownDate(low)}`
}

export function medicationBlocks(entry: Medications, prefix: string): readonly Block[] {
  return [
    {
      kind: 'table',
      head: ['Médicament', 'Posologie', 'Durée', 'Renouvellements'],
      rows: entry.items.map((item, index) => [
        [{ text: item.label, id: `${prefix}-${index + 1}` }],
        [{ text: item.dosage, id: `${prefix}-${index + 1}-posologie` }],
        shownPeriod(item.low, item.high),
        item.repeats === undefined ? '' : String(item.repeats),
      ]),
    },
  ]
}

/** How to take it: a step of the prescription, which has no product of its own. */
function dosageEl(item: MedicationDraft, id: string): Element {
  const noProduct = el('manufacturedMaterial', { classCode: 'MMAT', determinerCode: 'KIND' }, [
    el('code', { nullFlavor: 'NA' }),
    el('name', { nullFlavor: 'NA' }),
  ])
  return el('entryRelationship', { typeCode: 'COMP' }, [
    el('sequenceNumber', { value: '1' }),
    el('substanceAdministration', { classCode: 'SBADM', moodCode: item.mood }, [
      ...templates('1.2.250.1.213.1.1.3.83.1'),
      idEl(item.id),
      el('text', {}, [el('reference', { value: `#${id}-posologie` })]),
      el('statusCode', { code: 'completed' }),
      el('consumable', { typeCode: 'CSM' }, [el('manufacturedProduct', { classCode: 'MANU' }, [noProduct])]),
    ]),
  ])
}

function prescribedEl(item: MedicationDraft, id: string): Element {
  const period =
    item.low === undefined && item.high === undefined
      ? undefined
      : el('effectiveTime', { 'xsi:type': 'IVL_TS' }, [
          item.low === undefined ? undefined : el('low', { value: timestamp(item.low) }),
          item.high === undefined ? undefined : el('high', { value: timestamp(item.high) }),
        ])
  return el('substanceAdministration', { classCode: 'SBADM', moodCode: item.mood }, [
    ...templates('2.16.840.1.113883.10.20.1.24', '1.3.6.1.4.1.19376.1.5.3.1.4.7', '1.2.250.1.213.1.1.3.83'),
    idEl(item.id),
    el('code', { code: 'DRUG', displayName: 'Médicament', codeSystem: actCodeOid }),
    el('text', {}, [el('reference', { value: `#${id}` })]),
    el('statusCode', { code: 'completed' }),
    period,
    item.repeats === undefined ? undefined : el('repeatNumber', { value: String(item.repeats) }),
    productEl(item.label, item.code, { id, atc: item.atc }),
    dosageEl(item, id),
  ])
}

/** A dispensation is a supply of the product; the sent documents carry it as `supply` events. */
function dispensedEl(item: MedicationDraft, id: string): Element {
  const product = productEl(item.label, item.code, { id, atc: item.atc }).children
  return el('supply', { classCode: 'SPLY', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.34',
      '1.3.6.1.4.1.19376.1.5.3.1.4.7.3',
      '1.3.6.1.4.1.19376.1.9.1.3.4',
      '1.2.250.1.213.1.1.3.204',
    ),
    idEl(item.id),
    el('code', codedAttributes({ code: 'FF', display: 'Première délivrance', system: actCodeOid })),
    el('text', {}, [el('reference', { value: `#${id}-posologie` })]),
    item.low === undefined ? undefined : el('effectiveTime', { value: timestamp(item.low) }),
    el('product', {}, product),
  ])
}

export function medicationEntries(entry: Medications, prefix: string): readonly Element[] {
  return entry.items.map((item, index) => {
    const id = `${prefix}-${index + 1}`
    return el('entry', {}, [item.mood === 'INT' ? prescribedEl(item, id) : dispensedEl(item, id)])
  })
}

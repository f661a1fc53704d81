import { codedAttributes, codedEl, interpretationEl, shownDate, timestamp } from './codes'
import type { Block, Content, EntryDraft, ResultDraft, ResultValue } from './draft'
import { type Element, el } from './markup'

/** Biology as the CR-BIO documents carry it: act > panels > observations, earlier results as REFR observations. */

type Biology = Extract<EntryDraft, { kind: 'biology' }>

const observationTemplates = ['1.3.6.1.4.1.19376.1.3.1.6', '1.2.250.1.213.1.1.3.80']
const panelTemplates = ['1.3.6.1.4.1.19376.1.3.1.4', '1.2.250.1.213.1.1.3.78']
const actTemplates = ['1.3.6.1.4.1.19376.1.3.1', '1.2.250.1.213.1.1.3.21']

const templates = (roots: readonly string[]): readonly Element[] =>
  roots.map(root => el('templateId', { root }))

const shownNumber = (value: string): string => value.replace('.', ',')

export function shownValue(value: ResultValue): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'coded') return value.coded.display
  return `${shownNumber(value.value)}\u00A0${value.unitLabel ?? value.unit}`
}

function shownRange(result: ResultDraft): string {
  const { range } = result
  if (!range) return ''
  if (range.text) return range.text
  const low = range.low === undefined ? undefined : shownNumber(range.low)
  const high = range.high === undefined ? undefined : shownNumber(range.high)
  if (low !== undefined && high !== undefined) return `${low} à ${high}`
  return low === undefined ? `inférieur à ${high}` : `supérieur à ${low}`
}

/** Text of a result in the document: entries point at it by this id. */
const resultId = (prefix: string, group: number, index: number): string =>
  `${prefix}-${group + 1}-${index + 1}`

function previousCell(result: ResultDraft): Content {
  return (result.previous ?? [])
    .map(previous => `${shownValue(previous.value)} (${shownDate(previous.time)})`)
    .join(' ; ')
}

function resultRow(result: ResultDraft, id: string): readonly Content[] {
  const outside =
    result.interpretation !== undefined && result.interpretation !== 'N' && result.interpretation !== 'NEG'
  const value = { text: shownValue(result.value), ...(outside ? { bold: true as const } : {}) }
  return [[{ text: result.label, id }], [value], shownRange(result), previousCell(result)]
}

export function biologyBlocks(entry: Biology, prefix: string): readonly Block[] {
  return entry.groups.flatMap((group, groupIndex): Block[] => {
    const comments = group.results.flatMap((result): Block[] =>
      result.comment ? [{ kind: 'paragraph', content: `${result.label}\u00A0: ${result.comment}` }] : [],
    )
    return [
      {
        kind: 'table',
        ...(group.label ? { caption: group.label } : {}),
        head: ['Analyse', 'Résultat', 'Valeurs de référence', 'Antériorités'],
        rows: group.results.map((result, index) => resultRow(result, resultId(prefix, groupIndex, index))),
      },
      ...comments,
    ]
  })
}

export function valueEl(value: ResultValue): Element {
  if (value.kind === 'quantity')
    return el('value', { 'xsi:type': 'PQ', value: value.value, unit: value.unit })
  if (value.kind === 'coded') return el('value', { 'xsi:type': 'CD', ...codedAttributes(value.coded) })
  return el('value', { 'xsi:type': 'ST' }, [value.text])
}

function rangeEl(result: ResultDraft): Element | undefined {
  const { range, value } = result
  if (!range) return undefined
  const unit = value.kind === 'quantity' ? value.unit : undefined
  const limits =
    range.low === undefined && range.high === undefined
      ? el('value', { 'xsi:type': 'ST' }, [range.text ?? ''])
      : el('value', { 'xsi:type': 'IVL_PQ' }, [
          range.low === undefined ? undefined : el('low', { value: range.low, unit }),
          range.high === undefined ? undefined : el('high', { value: range.high, unit }),
        ])
  return el('referenceRange', { typeCode: 'REFV' }, [
    el('observationRange', { classCode: 'OBS', moodCode: 'EVN.CRT' }, [limits, interpretationEl('N')]),
  ])
}

function previousEls(result: ResultDraft): readonly Element[] {
  return (result.previous ?? []).map(previous =>
    el('entryRelationship', { typeCode: 'REFR' }, [
      el('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
        codedEl('code', result.code),
        el('statusCode', { code: 'completed' }),
        el('effectiveTime', { value: timestamp(previous.time) }),
        valueEl(previous.value),
      ]),
    ]),
  )
}

function methodEl(result: ResultDraft): Element | undefined {
  if (!result.method) return undefined
  return result.method.code
    ? codedEl('methodCode', result.method.code)
    : el('methodCode', { nullFlavor: 'OTH' }, [el('originalText', {}, [result.method.label])])
}

function commentEl(result: ResultDraft): Element | undefined {
  if (!result.comment) return undefined
  return el('entryRelationship', { typeCode: 'COMP' }, [
    el('act', { classCode: 'ACT', moodCode: 'EVN' }, [
      ...templates(['1.3.6.1.4.1.19376.1.5.3.1.4.2', '1.2.250.1.213.1.1.3.32']),
      el('code', {
        code: '48767-8',
        displayName: 'Commentaire',
        codeSystem: '2.16.840.1.113883.6.1',
        codeSystemName: 'LOINC',
      }),
      el('text', {}, [result.comment]),
      el('statusCode', { code: 'completed' }),
    ]),
  ])
}

export function observationEl(result: ResultDraft, id: string): Element {
  const pointer = el('originalText', {}, [el('reference', { value: `#${id}` })])
  return el('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates(observationTemplates),
    codedEl('code', result.code, [pointer]),
    el('statusCode', { code: 'completed' }),
    el('effectiveTime', { value: timestamp(result.time) }),
    valueEl(result.value),
    result.interpretation ? interpretationEl(result.interpretation) : undefined,
    methodEl(result),
    ...previousEls(result),
    commentEl(result),
    rangeEl(result),
  ])
}

function panelEl(group: Biology['groups'][number], ids: readonly string[]): Element {
  return el('organizer', { classCode: 'BATTERY', moodCode: 'EVN' }, [
    ...templates(panelTemplates),
    group.code ? codedEl('code', group.code) : undefined,
    el('statusCode', { code: 'completed' }),
    ...group.results.map((result, index) => el('component', {}, [observationEl(result, ids[index] ?? '')])),
  ])
}

export function biologyEntries(entry: Biology, prefix: string): readonly Element[] {
  const parts = entry.groups.flatMap((group, groupIndex) => {
    const ids = group.results.map((_, index) => resultId(prefix, groupIndex, index))
    return group.code
      ? [panelEl(group, ids)]
      : group.results.map((result, index) => observationEl(result, ids[index] ?? ''))
  })
  const act = el('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates(actTemplates),
    codedEl('code', entry.code),
    el('statusCode', { code: 'completed' }),
    ...parts.map(part => el('entryRelationship', { typeCode: 'COMP' }, [part])),
  ])
  return [
    el('entry', { typeCode: 'DRIV' }, [
      el('templateId', { root: actTemplates[0] }),
      el('templateId', { root: actTemplates[1] }),
      act,
    ]),
  ]
}

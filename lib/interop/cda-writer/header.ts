import { codedAttributes, codedEl, confidentialityOid, idEl, templateEl, timestamp } from './codes'
import type { CdaDraft, CdaTime, Coded, EncounterDraft, ServiceEventDraft } from './draft'
import { type Element, el, textEl } from './markup'
import {
  assignedEntityEl,
  authorEl,
  custodianEl,
  legalAuthenticatorEl,
  participantEl,
  recordTargetEl,
} from './parties'

const levelNames = { N: 'Normal', R: 'Restreint', V: 'Très restreint' } as const

/** One level, as the CDA schema wants; the French visibility codes go with it as translations. */
function confidentialityEl(confidentiality: CdaDraft['confidentiality']): Element {
  const level = confidentiality?.level ?? 'N'
  const flags = confidentiality?.flags ?? []
  return el(
    'confidentialityCode',
    { code: level, displayName: levelNames[level], codeSystem: confidentialityOid },
    flags.map(flag => codedEl('translation', flag)),
  )
}

function periodEl(low: CdaTime | undefined, high: CdaTime | undefined): Element {
  if (low === undefined && high === undefined) return el('effectiveTime', { nullFlavor: 'UNK' })
  return el('effectiveTime', {}, [
    low === undefined ? undefined : el('low', { value: timestamp(low) }),
    high === undefined ? undefined : el('high', { value: timestamp(high) }),
  ])
}

function serviceEventEl(event: ServiceEventDraft): Element {
  return el('documentationOf', {}, [
    el('serviceEvent', {}, [
      event.id ? idEl(event.id) : undefined,
      event.code ? codedEl('code', event.code) : undefined,
      periodEl(event.low, event.high),
      event.performer ? el('performer', { typeCode: 'PRF' }, [assignedEntityEl(event.performer)]) : undefined,
    ]),
  ])
}

const ambulatory: Coded = {
  code: 'AMB',
  display: 'Ambulatoire (hors établissement)',
  system: '2.16.840.1.113883.5.4',
}

function encounterEl(encounter: EncounterDraft): Element {
  return el('componentOf', {}, [
    el('encompassingEncounter', {}, [
      encounter.id ? idEl(encounter.id) : undefined,
      codedEl('code', encounter.code ?? ambulatory),
      periodEl(encounter.low, encounter.high),
      el('location', {}, [
        el('healthCareFacility', {}, [
          el('code', codedAttributes(encounter.facility)),
          encounter.placeName ? el('location', {}, [textEl('name', encounter.placeName)]) : undefined,
        ]),
      ]),
    ]),
  ])
}

/** The two templates that every French document declares: HL7 France and « structuration minimale ». */
const frenchTemplates = [{ root: '2.16.840.1.113883.2.8.2.1' }, { root: '1.2.250.1.213.1.1.1.1' }]

function identityElements(draft: CdaDraft): readonly Element[] {
  return [
    el('realmCode', { code: 'FR' }),
    el('typeId', { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' }),
    ...[...frenchTemplates, ...draft.templates].map(templateEl),
    idEl(draft.id),
    codedEl('code', draft.code),
    el('title', {}, [draft.title]),
    el('effectiveTime', { value: timestamp(draft.effectiveTime) }),
    confidentialityEl(draft.confidentiality),
    el('languageCode', { code: draft.language ?? 'fr-FR' }),
    el('setId', { root: draft.setId.root, extension: draft.setId.extension }),
    el('versionNumber', { value: String(draft.version) }),
  ]
}

export function headerElements(draft: CdaDraft): readonly (Element | undefined)[] {
  return [
    ...identityElements(draft),
    recordTargetEl(draft.patient),
    ...draft.authors.map(author => authorEl(author, draft.patient)),
    custodianEl(draft.custodian),
    draft.legalAuthenticator ? legalAuthenticatorEl(draft.legalAuthenticator) : undefined,
    ...(draft.participants ?? []).map(participantEl),
    ...(draft.orders ?? []).map(order => el('inFulfillmentOf', {}, [el('order', {}, [idEl(order)])])),
    ...draft.serviceEvents.map(serviceEventEl),
    draft.replaces
      ? el('relatedDocument', { typeCode: 'RPLC' }, [el('parentDocument', {}, [idEl(draft.replaces)])])
      : undefined,
    encounterEl(draft.encounter),
  ]
}

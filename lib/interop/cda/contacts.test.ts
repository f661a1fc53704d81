import { describe, expect, test } from 'vitest'
import { contactsOf } from './contacts'

const bytes = (xml: string) => new TextEncoder().encode(xml)

const author = (telecoms: string, own = '') => `
  <author><time value="20260301"/><assignedAuthor><id root="1.2"/>${own}
    <assignedPerson><name><given>Léo</given><family>ORME</family></name></assignedPerson>
    <representedOrganization><name>Cabinet des Ormes</name>${telecoms}</representedOrganization>
  </assignedAuthor></author>`

const document = (inside: string) =>
  bytes(`<ClinicalDocument xmlns="urn:hl7-org:v3">${inside}</ClinicalDocument>`)

describe('Whom a document says one may call', () => {
  test('the structure of its author first, then the author, each number once', () => {
    const own = '<telecom value="tel:06 00 00 00 01"/><telecom value="tel:0400000009"/>'
    const found = contactsOf(document(author('<telecom value="tel:04 00 00 00 09" use="WP"/>', own)))
    expect(found).toEqual([
      { name: 'Cabinet des Ormes', phone: '04 00 00 00 09' },
      { name: 'Léo ORME', phone: '06 00 00 00 01' },
    ])
  })

  test('who keeps the document, when its author gives none', () => {
    const custodian = `<custodian><assignedCustodian><representedCustodianOrganization>
      <name>Hôpital</name><telecom value="tel:+33400000000"/>
      </representedCustodianOrganization></assignedCustodian></custodian>`
    expect(contactsOf(document(author('<telecom nullFlavor="NASK"/>') + custodian))).toEqual([
      { name: 'Hôpital', phone: '+33400000000' },
    ])
  })

  test.each([
    ['an address of mail', '<telecom value="mailto:a@b.fr"/>'],
    ['what is no number', '<telecom value="tel:javascript:alert(1)"/>'],
    ['two figures', '<telecom value="tel:15"/>'],
    ['nothing', ''],
  ])('not %s', (_what, telecom) => {
    expect(contactsOf(document(author(telecom)))).toEqual([])
  })

  test('nobody, when it cannot be read', () => {
    expect(contactsOf(bytes('<ClinicalDocument'))).toEqual([])
    expect(contactsOf(bytes('<autre/>'))).toEqual([])
  })
})

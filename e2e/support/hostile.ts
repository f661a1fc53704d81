import { randomUUID } from 'node:crypto'
import { loinc } from '@/lib/interop/cda-writer/codes'
import type { Coded, ProfessionalDraft } from '@/lib/interop/cda-writer/draft'
import type { SentFile } from './backstage-protocol'
import { document, picture } from './documents'
import type { Citizen } from './people'

/** What a hostile sender would write in any field. Run anywhere, it calls `hacked`. */
export const payloads = [
  '<script>hacked()</script>',
  '<img src=x onerror=hacked()>',
  '"><svg onload=hacked()>',
  'javascript:hacked()',
  '{{hacked()}}#{hacked()}',
  '</textarea></title></style><iframe srcdoc="<script>parent.hacked()</script>">',
] as const

const all = payloads.join(' ')

const hostileCode = (code: string): Coded => ({ ...loinc(code, all), display: all })

function hostileProfessional(): ProfessionalDraft {
  return {
    id: { root: '1.2.250.1.71.4.2.1', extension: all },
    specialty: { code: 'G15_10/SM26', system: '1.2.250.1.213.1.1.4.5', display: all },
    organization: { id: { root: '1.2.250.1.71.4.2.2', extension: all }, name: all },
    by: { kind: 'person', family: all, given: all, prefix: all, suffix: all },
  }
}

/** Every text of a document, hostile at once: title, people, places, narrative, captions, results, vaccines, medicines. */
export function hostileDocuments(citizen: Citizen): readonly SentFile[] {
  const by = hostileProfessional()
  const time = new Date('2026-03-12T09:30:00Z')
  const encounter = { low: time, facility: hostileCode('SA07'), placeName: all }
  const common = { by, encounter, title: all, effectiveTime: time }
  return [
    document(citizen, {
      ...common,
      code: loinc('11502-2', all),
      sections: [
        {
          title: all,
          code: hostileCode('18719-5'),
          blocks: [{ kind: 'paragraph', caption: all, content: all }],
          entries: [
            {
              kind: 'biology',
              code: hostileCode('18719-5'),
              groups: [
                {
                  label: all,
                  results: [
                    {
                      label: all,
                      code: hostileCode('14749-6'),
                      time,
                      value: { kind: 'quantity', value: '1', unit: all, unitLabel: all },
                      range: { low: '1', high: '2', text: all },
                      method: { label: all },
                      comment: all,
                    },
                    { label: `${all} 2`, code: hostileCode('1'), time, value: { kind: 'text', text: all } },
                    {
                      label: `${all} 3`,
                      code: hostileCode('2'),
                      time,
                      value: { kind: 'coded', coded: hostileCode('3') },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    }),
    document(citizen, {
      ...common,
      code: loinc('11490-0', all),
      sections: [
        {
          title: all,
          blocks: [
            { kind: 'paragraph', content: [all, { text: all, bold: true }, { footnote: 'n1' }] },
            { kind: 'list', caption: all, items: [all] },
            { kind: 'table', caption: all, head: [all, all], rows: [[all, all]] },
            { kind: 'image', id: 'i1', mediaType: 'image/png', bytes: picture(), caption: all },
            { kind: 'footnote', id: 'n1', content: all },
          ],
        },
      ],
    }),
    document(citizen, {
      ...common,
      code: loinc('11369-6', all),
      sections: [
        {
          title: all,
          blocks: [],
          entries: [
            {
              kind: 'immunisations',
              items: [
                {
                  id: { root: randomUUID() },
                  label: all,
                  date: '2025-11-05',
                  vaccine: { name: all, code: hostileCode('1') },
                  lot: all,
                  site: all,
                  performer: by,
                  comment: all,
                },
              ],
            },
          ],
        },
      ],
    }),
    document(citizen, {
      ...common,
      code: loinc('57833-6', all),
      sections: [
        {
          title: all,
          blocks: [],
          entries: [
            {
              kind: 'medications',
              items: [
                { id: { root: randomUUID() }, label: all, mood: 'INT', low: '2026-03-02', dosage: all },
              ],
            },
          ],
        },
      ],
    }),
  ]
}

const page = `<!doctype html><title>x</title><script>hacked()</script>`

/** Bare files that pretend to be something else. */
export const disguisedFiles = (): readonly SentFile[] =>
  [
    ['page.html', page],
    ['page.txt', `${page}${randomUUID()}`],
    [
      'dessin.svg',
      `<svg xmlns="http://www.w3.org/2000/svg"><script>hacked()</script><!--${randomUUID()}--></svg>`,
    ],
    ['photo.png', page],
  ].map(([name = '', text = '']) => ({ name, bytes: new TextEncoder().encode(text) }))

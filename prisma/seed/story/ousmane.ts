import { list, report, say } from './phrases'
import type { StoryDocument } from './schema'

/** Ousmane: a record that has just begun. */
export const ousmane: readonly StoryDocument[] = [
  {
    n: 401,
    type: '87273-9',
    title: 'Note de vaccination avant un voyage',
    by: 'aubepine',
    on: '2025-06-20',
    at: '17:45',
    body: report({
      title: 'Vaccinations',
      blocks: [{ kind: 'paragraph', content: 'Séjour familial au Sénégal en juillet.' }],
      vaccines: [
        {
          name: 'Diphtérie, tétanos, poliomyélite',
          atc: ['J07CA01', 'diphtérie, poliomyélite, tétanos'],
          on: '2025-06-20',
          lot: 'DT25-140',
          kind: 'BOOSTER',
          by: 'aubepine',
          comment: 'Rattrapage du rappel',
        },
      ],
    }),
  },
  {
    n: 402,
    type: '11502-2',
    title: 'Bilan sanguin',
    by: 'sureau',
    referredBy: 'aubepine',
    on: '2025-10-02',
    at: '11:55',
    body: {
      kind: 'biology',
      values: {
        leucocytes: '5.4',
        plaquettes: '238',
        glycemie: '0.92',
        cholesterol: '2.24',
        hdl: '0.49',
        ldl: '1.49',
        triglycerides: '1.32',
        alat: '29',
        ggt: '31',
        tsh: '1.48',
      },
    },
  },
  {
    n: 403,
    type: 'ATTEST-DROITS-AM',
    title: 'Attestation de droits',
    by: 'insurance',
    on: '2026-02-03',
    at: '07:30',
    body: {
      kind: 'text',
      text: 'Attestation de droits à l’assurance maladie (démonstration)\n\nBénéficiaire : Ousmane Diallo\nDroits ouverts du {d:2026-02-03} au {d:2027-02-02}.\nMédecin traitant déclaré : oui.\n\nCe document est inventé et n’ouvre aucun droit.\n',
    },
  },
  {
    n: 404,
    type: '28617-9',
    title: 'Bilan dentaire',
    by: 'capucine',
    on: '2026-04-22',
    at: '12:40',
    body: report(
      say('Motif', 'Contrôle annuel.'),
      say(
        'Résultat',
        'Une carie débutante sur la dent 16, soignée ce jour. Gencives saines. Détartrage fait.',
      ),
      list('Plan de soins', 'Contrôle dans un an', 'Fil ou brossettes chaque soir'),
    ),
  },
]

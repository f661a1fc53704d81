import { list, report, say } from './phrases'
import type { StoryDocument } from './schema'

/** Camille these days: a corrected report, and one that waits for a consultation. */
export const camilleAutumn: readonly StoryDocument[] = [
  {
    n: 144,
    type: '18748-4',
    title: 'Radiographie du genou droit',
    by: 'fougere',
    referredBy: 'aubepine',
    on: '2026-11-16',
    at: '10:25',
    body: report(
      say('Indication', 'Douleur interne du genou depuis six semaines.'),
      say('Technique', 'Genou droit, face en charge, profil et défilé fémoro-patellaire.'),
      say('Résultat', 'Interlignes conservés. Pas de lésion osseuse. Petit épanchement.'),
      say('Conclusion', 'Radiographie sans anomalie osseuse.'),
    ),
  },
  {
    n: 145,
    type: 'PRESC-KINE',
    title: 'Ordonnance de kinésithérapie',
    by: 'aubepine',
    on: '2026-11-16',
    at: '18:15',
    body: report(
      list(
        'Prescription',
        'Dix séances de rééducation du genou gauche',
        'Renforcement du quadriceps et des fessiers, étirements',
        'Programme à faire à la maison',
        'Valable un an',
      ),
    ),
  },
  {
    n: 146,
    type: '18748-4',
    title: 'Radiographie du genou gauche',
    by: 'fougere',
    referredBy: 'aubepine',
    on: '2026-11-17',
    at: '09:05',
    replaces: 144,
    body: report(
      say('Indication', 'Douleur interne du genou gauche depuis six semaines.'),
      say(
        'Technique',
        'Genou gauche, face en charge, profil et défilé fémoro-patellaire. Cette version corrige le côté écrit dans le compte rendu du {d:2026-11-16}.',
      ),
      {
        title: 'Résultat',
        blocks: [
          {
            kind: 'paragraph',
            content: 'Interlignes conservés, rotule centrée. Pas de lésion osseuse. Petit épanchement.',
          },
        ],
        image: { key: 'knee', caption: 'Genou gauche de face (image dessinée pour la démonstration)' },
      },
      say('Conclusion', 'Radiographie sans anomalie osseuse. Un avis de kinésithérapie paraît utile.'),
    ),
  },
  {
    n: 147,
    type: '60568-3',
    title: 'Analyse d’un grain de beauté retiré',
    by: 'erable',
    on: '2026-11-19',
    at: '15:30',
    visibility: 'INVISIBLE_PATIENT',
    body: report(
      say('Indication', 'Grain de beauté du dos, 6 mm, retiré le {d:2026-11-06} parce qu’il avait changé.'),
      say('Résultat', 'Nævus atypique, sans cellule cancéreuse. Les bords de la pièce sont sains.'),
      say(
        'Conclusion',
        'Pas de nouvelle intervention. Surveillance de la peau une fois par an. Résultat à expliquer en consultation.',
      ),
    ),
  },
  {
    n: 148,
    type: '11502-2',
    title: 'Bilan sanguin',
    by: 'sureau',
    referredBy: 'aubepine',
    on: '2026-11-20',
    at: '12:30',
    body: {
      kind: 'biology',
      values: {
        hematies: '4.49',
        hemoglobine: '13.3',
        hematocrite: '40.0',
        vgm: '89',
        leucocytes: '6.5',
        neutrophiles: '3.70',
        lymphocytes: '2.05',
        plaquettes: '260',
        glycemie: '1.13',
        hba1c: '5.9',
        cholesterol: '2.11',
        hdl: '0.57',
        ldl: '1.28',
        triglycerides: '1.29',
        creatinine: '66',
        dfg: '98',
        potassium: '4.2',
        sodium: '140',
        alat: '26',
        ggt: '22',
        crp: '1.8',
        ferritine: '51',
        tsh: '2.02',
        vitamineD: '33',
      },
      remarks: [
        'Glycémie à jeun un peu au-dessus de l’intervalle, HbA1c stable. À interpréter avec les bilans précédents.',
      ],
    },
  },
]

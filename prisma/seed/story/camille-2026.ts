import { grid, letter, list, report, say } from './phrases'
import type { StoryDocument } from './schema'

/** Camille this year: the sugar, the heart, and a document that she hides from professionals. */
export const camille2026: readonly StoryDocument[] = [
  {
    n: 138,
    type: '11502-2',
    title: 'Suivi de la glycémie',
    by: 'sureau',
    referredBy: 'aubepine',
    on: '2026-04-03',
    at: '12:35',
    body: {
      kind: 'biology',
      values: {
        glycemie: '1.11',
        hba1c: '5.9',
        cholesterol: '2.18',
        hdl: '0.55',
        ldl: '1.35',
        triglycerides: '1.38',
      },
    },
  },
  {
    n: 139,
    type: '83869-8',
    title: 'Plan personnalisé de prévention',
    by: 'aubepine',
    on: '2026-05-12',
    at: '09:30',
    body: report(
      say(
        'Motif',
        'Consultation de prévention. Glycémie qui monte doucement depuis six ans, mère diabétique.',
      ),
      grid(
        'Mesures',
        ['Mesure', 'Valeur'],
        ['Poids', '73 kg'],
        ['Taille', '167 cm'],
        ['Tour de taille', '86 cm'],
        ['Tension', '12,8 sur 8,0'],
      ),
      list(
        'Plan de soins',
        'Marcher 30 minutes cinq jours par semaine',
        'Remplacer les boissons sucrées par de l’eau',
        'Se coucher avant 23 h en semaine',
        'Refaire un bilan en novembre',
      ),
      say('Conclusion', 'Priorité choisie par Camille : bouger plus. Pas de médicament à ce stade.'),
    ),
  },
  {
    n: 140,
    type: '83901-9',
    title: 'Compte rendu de suivi psychologique',
    by: 'lierre',
    on: '2026-06-12',
    at: '19:00',
    visibility: 'MASQUE_PS',
    body: report(
      say(
        'Motif',
        'Suivi commencé en mars, huit séances, dans une période de surcharge au travail et d’aide à sa mère après une opération.',
      ),
      say(
        'Résultat',
        'Le sommeil et l’énergie s’améliorent. Camille repère mieux ses limites et a réorganisé ses semaines avec ses proches.',
      ),
      say(
        'Conclusion',
        'Espacer les séances, une par mois jusqu’à l’automne. Elle sait comment reprendre contact avant si besoin.',
      ),
    ),
  },
  {
    n: 141,
    type: '96349-6',
    title: 'Lettre au cardiologue',
    by: 'aubepine',
    on: '2026-07-15',
    at: '18:10',
    body: {
      kind: 'letter',
      wrapped: true,
      lines: letter(
        'Cher confrère,',
        [
          'Je vous adresse Mme Camille Laurier pour des palpitations brèves survenues trois fois depuis mai, au repos, sans malaise ni douleur. Elles durent moins d’une minute.',
          'Antécédents : diabète de grossesse en 2019. Sa mère est suivie pour une fibrillation atriale. Pas de tabac, deux cafés par jour. Aucun traitement continu.',
          'L’examen est normal ce jour : tension 12,6 sur 7,9, pouls régulier à 68. TSH normale en {m:2025-11-14}.',
          'Je vous remercie de votre avis et de l’électrocardiogramme que vous pourrez faire.',
        ],
        'Dr Inès Aubépine',
      ),
    },
  },
  {
    n: 142,
    type: '11488-4',
    title: 'Consultation de cardiologie',
    by: 'noisetier',
    referredBy: 'aubepine',
    on: '2026-09-03',
    at: '11:45',
    body: report(
      say('Motif', 'Palpitations brèves, à la demande du Dr Aubépine.'),
      say(
        'Examen clinique',
        'Tension 14,6 sur 8,8 en arrivant, 13,2 sur 8,1 après dix minutes de repos. Pas de souffle.',
      ),
      {
        title: 'Résultat',
        blocks: [
          {
            kind: 'paragraph',
            content:
              'Électrocardiogramme : rythme sinusal à 71 par minute, intervalles normaux. Échographie du cœur : fonction et valves normales.',
          },
        ],
        image: { key: 'electrocardiogram', caption: 'Électrocardiogramme de repos (tracé de démonstration)' },
      },
      say(
        'Conclusion',
        'Extrasystoles bénignes très probables. Pas de traitement. Limiter le café, mesurer la tension à la maison trois jours, revoir en {m:2027-03-02} ou avant en cas de malaise.',
      ),
    ),
  },
  {
    n: 143,
    type: '55115-0',
    title: 'Demande de radiographie du genou gauche',
    by: 'aubepine',
    on: '2026-11-10',
    at: '17:20',
    body: report(
      say(
        'Indication',
        'Douleur interne du genou gauche depuis six semaines, à la descente des escaliers. Pas de traumatisme. Léger épanchement.',
      ),
      list(
        'Prescription',
        'Radiographie du genou gauche, face en charge, profil et défilé fémoro-patellaire',
        'Question posée : pincement de l’interligne interne ?',
      ),
    ),
  },
]

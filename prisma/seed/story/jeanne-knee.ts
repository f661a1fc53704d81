import { grid, letter, list, report, say } from './phrases'
import type { StoryDocument } from './schema'

/** Jeanne this year: the knee, then what she wants to be known. */
export const jeanneKnee: readonly StoryDocument[] = [
  {
    n: 209,
    type: '34874-8',
    title: 'Compte rendu opératoire : prothèse du genou droit',
    by: 'fenouil',
    on: '2026-01-14',
    at: '13:10',
    body: report(
      say('Indication', 'Arthrose évoluée du genou droit, périmètre de marche réduit à 300 mètres.'),
      say(
        'Technique',
        'Rachianesthésie. Prothèse totale cimentée postéro-stabilisée. Antibioprophylaxie par clindamycine en raison de l’allergie à la pénicilline. Durée 75 minutes.',
      ),
      say(
        'Résultat',
        'Bon alignement, flexion de 120 degrés sur table. Pertes de sang 200 mL, pas de transfusion.',
      ),
      say('Conclusion', 'Lever le soir même avec appui complet.'),
    ),
  },
  {
    n: 210,
    type: '101881-1',
    title: 'Carte d’implant : prothèse du genou droit',
    by: 'fenouil',
    on: '2026-01-14',
    at: '15:00',
    body: report(
      grid(
        'Implant',
        ['Élément', 'Modèle fictif', 'Lot'],
        ['Composant fémoral', 'Sente F4', 'SF4-26011'],
        ['Embase tibiale', 'Sente T3', 'ST3-26027'],
        ['Insert', 'Sente I 10 mm', 'SI-26044'],
      ),
      say('Note', 'Implant compatible avec l’IRM sous conditions. Montrer cette carte avant tout examen.'),
    ),
  },
  {
    n: 211,
    type: '11490-0',
    title: 'Lettre de liaison à la sortie de la clinique',
    by: 'fenouil',
    on: '2026-01-19',
    at: '10:15',
    stayFrom: '2026-01-13',
    body: report(
      say(
        'Histoire de la maladie',
        'Hospitalisation du {d:2026-01-13} au {d:2026-01-19} pour une prothèse totale du genou droit. Suites simples. Marche avec deux cannes, escaliers faits avec aide.',
      ),
      grid(
        'Mesures',
        ['Mesure', 'À la sortie'],
        ['Hémoglobine', '11,2 g/dL'],
        ['Flexion', '95 degrés'],
        ['Douleur de 0 à 10', '3'],
      ),
      {
        title: 'Traitement',
        blocks: [
          {
            kind: 'paragraph',
            content:
              'Apixaban repris le {d:2026-01-16} à la dose habituelle : pas d’injection d’anticoagulant en plus.',
          },
        ],
        medicines: [
          {
            name: 'PARACÉTAMOL 1 g, comprimé',
            dosage: '1 comprimé trois fois par jour pendant 15 jours, puis si douleur',
            atc: ['N02BE01', 'paracétamol'],
            days: 30,
            repeats: 0,
          },
        ],
      },
      list(
        'Plan de soins',
        'Infirmière à domicile : pansement tous les trois jours, agrafes retirées vers le {d:2026-01-30}',
        'Kinésithérapie trois fois par semaine',
        'Contrôle chirurgical dans deux mois',
      ),
    ),
  },
  {
    n: 212,
    type: 'PRESC-INF',
    title: 'Ordonnance de soins infirmiers',
    by: 'fenouil',
    on: '2026-01-19',
    at: '10:30',
    body: report(
      list(
        'Prescription',
        'Pansement simple du genou droit tous les trois jours',
        'Retrait des agrafes au quinzième jour',
        'Surveillance de la glycémie le matin pendant dix jours',
        'Soins à domicile, dimanche et jours fériés compris',
      ),
    ),
  },
  {
    n: 213,
    type: '34875-5',
    title: 'Contrôle du genou à deux mois',
    by: 'fenouil',
    on: '2026-03-12',
    at: '10:00',
    body: report(
      say(
        'Examen clinique',
        'Marche sans boiterie sur terrain plat. Flexion 118 degrés, extension complète. Cicatrice calme.',
      ),
      say('Résultat', 'Radiographie de contrôle : prothèse en place, pas de liseré.'),
      say('Conclusion', 'Canne inutile à l’intérieur. Poursuivre les exercices, revoir dans un an.'),
    ),
  },
  {
    n: 214,
    type: 'EXPPAT_3',
    title: 'Mes directives anticipées',
    by: 'self',
    on: '2026-06-02',
    at: '16:25',
    body: {
      kind: 'letter',
      wrapped: false,
      lines: letter(
        'Mes directives anticipées',
        [
          'Je soussignée Jeanne Laurier, née Aubry le 20 février 1955 à Saint-Étienne, écris ce qui suit en pleine conscience, pour le cas où je ne pourrais plus dire ma volonté.',
          'Si je suis dans un coma jugé irréversible, je ne souhaite pas que l’on poursuive des traitements qui n’auraient pas d’autre effet que de me maintenir en vie. Je souhaite être soulagée de la douleur et de l’angoisse, même si cela doit abréger ma vie.',
          'Si une maladie grave est traitable, je souhaite que l’on essaie, et que l’on m’explique.',
          'Ma personne de confiance est ma fille, Camille Laurier. Elle connaît ce texte.',
          'Je sais que je peux changer d’avis à tout moment.',
        ],
        'Jeanne Laurier',
      ),
    },
  },
  {
    n: 215,
    type: '74207-2',
    title: 'Document de liaison d’urgence',
    by: 'aubepine',
    on: '2026-06-22',
    at: '11:50',
    body: report(
      list(
        'Problèmes actifs',
        'Fibrillation atriale sous anticoagulant',
        'Diabète de type 2',
        'Hypertension artérielle',
        'Prothèse du genou droit (janvier {y:2026-01-14})',
      ),
      list('Allergies', 'Pénicilline : éruption de la peau'),
      list(
        'Traitement',
        'Apixaban 5 mg matin et soir',
        'Bisoprolol 2,5 mg le matin',
        'Metformine 850 mg matin et soir',
        'Périndopril 5 mg le matin',
        'Atorvastatine 20 mg le soir',
      ),
      say(
        'À savoir',
        'Vit seule, autonome. Personne à prévenir et personne de confiance : Camille Laurier, sa fille. Directives anticipées écrites.',
      ),
    ),
  },
  {
    n: 216,
    type: '11502-2',
    title: 'Bilan du diabète',
    by: 'sureau',
    referredBy: 'aubepine',
    on: '2026-10-05',
    at: '12:05',
    body: {
      kind: 'biology',
      values: {
        hemoglobine: '12.6',
        leucocytes: '6.9',
        plaquettes: '229',
        glycemie: '1.35',
        hba1c: '7.0',
        cholesterol: '1.74',
        hdl: '0.51',
        ldl: '0.91',
        triglycerides: '1.61',
        creatinine: '81',
        dfg: '63',
        potassium: '4.5',
        sodium: '141',
        albuminurie: '33',
      },
      remarks: ['Albuminurie à la limite haute : à contrôler sur un second échantillon.'],
    },
  },
  {
    n: 217,
    type: '87273-9',
    title: 'Vaccination contre la grippe',
    by: 'muguet',
    on: '2026-10-20',
    at: '10:55',
    body: report({
      title: 'Vaccinations',
      blocks: [],
      vaccines: [
        {
          name: 'Vaccin contre la grippe saisonnière',
          atc: ['J07BB02', 'grippe, antigène inactivé'],
          on: '2026-10-20',
          lot: 'GR26-302',
          kind: 'IMMUNIZ',
          by: 'muguet',
        },
      ],
    }),
  },
  {
    n: 219,
    type: '57833-6',
    title: 'Ordonnance : ajustement du bisoprolol',
    by: 'aubepine',
    on: '2026-11-17',
    at: '11:42',
    body: report({
      title: 'Prescription',
      blocks: [
        {
          kind: 'paragraph',
          content:
            'Tension encore un peu haute le soir. Se lever lentement ; écrire au cabinet en cas de vertiges ou d’un pouls sous 50.',
        },
      ],
      medicines: [
        {
          name: 'BISOPROLOL 2,5 mg, comprimé',
          dosage: '1 comprimé le matin et un demi-comprimé le soir',
          atc: ['C07AB07', 'bisoprolol'],
          days: 30,
          repeats: 2,
        },
      ],
    }),
  },
  {
    n: 220,
    type: '11506-3',
    title: 'Suivi infirmier à domicile : fin des soins',
    by: 'violette',
    referredBy: 'fenouil',
    on: '2026-01-30',
    at: '09:20',
    body: report(
      say('Motif', 'Soins du genou droit après la prothèse, depuis le {d:2026-01-20}.'),
      say(
        'Résultat',
        'Agrafes retirées ce jour, cicatrice propre et fermée. Glycémies du matin entre 1,25 et 1,48 g/L. Marche dans l’appartement avec une canne.',
      ),
      say('Conclusion', 'Fin des soins. Rappeler le cabinet si rougeur, chaleur ou fièvre.'),
    ),
  },
  {
    n: 221,
    type: '18776-5',
    title: 'Plan personnalisé de soins',
    by: 'aubepine',
    on: '2026-09-15',
    at: '10:40',
    body: report(
      say('Motif', 'Faire le point avec Jeanne et sa fille, huit mois après l’opération.'),
      grid(
        'Plan de soins',
        ['Ce qui compte pour Jeanne', 'Ce qui est prévu', 'Qui'],
        ['Marcher jusqu’au marché', 'Exercices trois fois par semaine', 'Jeanne, M. Tremble'],
        [
          'Ne pas s’inquiéter du cœur',
          'Mesure de la tension le week-end, rendez-vous annuel',
          'Dr Noisetier',
        ],
        ['Éviter l’hypoglycémie', 'HbA1c visée autour de 7 %', 'Dr Aubépine'],
      ),
      say('Conclusion', 'Plan accepté par Jeanne. Prochain point dans un an.'),
    ),
  },
]

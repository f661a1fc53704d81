/** HL7 ObservationInterpretation (2.16.840.1.113883.5.83) in words a patient reads, and what they mean for a display. */
export type InterpretationLevel = 'normal' | 'attention' | 'alert' | 'information'

export type Interpretation = { readonly label: string; readonly level: InterpretationLevel }

export const INTERPRETATIONS: ReadonlyMap<string, Interpretation> = new Map<string, Interpretation>([
  ['N', { label: 'Normal', level: 'normal' }],
  ['A', { label: 'En dehors des valeurs habituelles', level: 'attention' }],
  ['AA', { label: 'Très en dehors des valeurs habituelles', level: 'alert' }],
  ['H', { label: 'Au-dessus des valeurs habituelles', level: 'attention' }],
  ['HU', { label: 'Nettement au-dessus des valeurs habituelles', level: 'attention' }],
  ['HH', { label: 'Très au-dessus des valeurs habituelles', level: 'alert' }],
  ['HX', { label: 'Au-dessus du seuil haut', level: 'attention' }],
  ['L', { label: 'En dessous des valeurs habituelles', level: 'attention' }],
  ['LU', { label: 'Nettement en dessous des valeurs habituelles', level: 'attention' }],
  ['LL', { label: 'Très en dessous des valeurs habituelles', level: 'alert' }],
  ['LX', { label: 'En dessous du seuil bas', level: 'attention' }],
  ['<', { label: 'Inférieur à ce que la méthode sait mesurer', level: 'information' }],
  ['>', { label: 'Supérieur à ce que la méthode sait mesurer', level: 'information' }],
  ['POS', { label: 'Positif', level: 'attention' }],
  ['NEG', { label: 'Négatif', level: 'normal' }],
  ['IND', { label: 'Indéterminé', level: 'information' }],
  ['E', { label: 'Équivoque', level: 'information' }],
  ['DET', { label: 'Détecté', level: 'attention' }],
  ['ND', { label: 'Non détecté', level: 'normal' }],
  ['S', { label: 'Sensible', level: 'information' }],
  ['I', { label: 'Intermédiaire', level: 'information' }],
  ['R', { label: 'Résistant', level: 'information' }],
  ['SDD', { label: 'Sensible selon la dose', level: 'information' }],
  ['MS', { label: 'Modérément sensible', level: 'information' }],
  ['VS', { label: 'Très sensible', level: 'information' }],
  ['NS', { label: 'Non sensible', level: 'information' }],
  ['SYN-S', { label: 'Synergie : sensible', level: 'information' }],
  ['SYN-R', { label: 'Synergie : résistant', level: 'information' }],
  ['B', { label: 'En amélioration', level: 'information' }],
  ['W', { label: 'En aggravation', level: 'attention' }],
  ['U', { label: 'En hausse nette', level: 'information' }],
  ['D', { label: 'En baisse nette', level: 'information' }],
  ['EX', { label: 'Hors seuils', level: 'attention' }],
  ['RR', { label: 'Réactif', level: 'attention' }],
  ['WR', { label: 'Faiblement réactif', level: 'attention' }],
  ['NR', { label: 'Non réactif', level: 'normal' }],
])

export function interpretationOf(code: string): Interpretation | null {
  return INTERPRETATIONS.get(code) ?? null
}

import type { Example } from '../example'
import { Link } from '../link/link'
import { DescriptionList } from './description-list'

const facts = [
  { term: 'Reçue', details: 'jeudi 19 novembre 2026, 8:10' },
  { term: 'De', details: 'Mairie de Villebrume' },
  { term: 'Demandée par', details: 'Mme Inès Aubépine' },
  {
    term: 'Qui peut la voir',
    details: (
      <>
        vous et 2 personnes <Link href="/developpement/composants">changer</Link>
      </>
    ),
  },
]

export const examples: readonly Example[] = [
  { name: 'Sous un titre', show: <DescriptionList facts={facts} layout="line" /> },
  { name: 'En lignes', show: <DescriptionList facts={facts} /> },
]

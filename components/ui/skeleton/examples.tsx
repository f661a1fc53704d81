import type { Example } from '../example'
import { Skeleton } from './skeleton'

export const examples: readonly Example[] = [
  { name: 'Avant les lignes', show: <Skeleton label="Chargement du courrier" /> },
]

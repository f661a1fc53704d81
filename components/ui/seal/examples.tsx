import type { Example } from '../example'
import { Seal } from './seal'

export const examples: readonly Example[] = [{ name: 'Vérifié', show: <Seal>vérifié</Seal> }]

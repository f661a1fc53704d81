import type { Example } from '../example'
import { ToastDemo } from './demo'

export const examples: readonly Example[] = [{ name: 'Défaire après coup', show: <ToastDemo /> }]

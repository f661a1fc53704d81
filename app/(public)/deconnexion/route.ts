import { leave } from '@/lib/people/identity/routes'

export { leave as POST }

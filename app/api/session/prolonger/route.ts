import { prolong } from '@/lib/people/identity/routes'

export { prolong as POST }

import { authRoute } from '@/lib/people/identity/routes'

export { authRoute as GET, authRoute as POST }

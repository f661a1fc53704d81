import { startSignIn } from '@/lib/people/identity/routes'

export { startSignIn as POST }

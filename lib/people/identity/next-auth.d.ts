import 'next-auth'
import 'next-auth/jwt'

declare module 'next-auth' {
  interface User {
    personId?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
    name?: string | null
    personId?: string
  }
}

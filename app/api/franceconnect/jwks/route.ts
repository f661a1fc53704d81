import { clientKeys } from '@/lib/people/identity/auth-options'

/** The public key with which FranceConnect+ encrypts what it tells us. */
export async function GET(): Promise<Response> {
  return Response.json((await clientKeys()).publicJwks)
}

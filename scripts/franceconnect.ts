/**
 * FranceConnect+ of the demonstration: a process of its own, on 127.0.0.1, with fictive people.
 *
 *   tsx scripts/franceconnect.ts            prints {"ready":true,…} once it answers; SIGUSR2 rotates its signing keys
 *   tsx scripts/franceconnect.ts rotate     rotates the keys on disk, for the next start
 *
 * With NODE_ENV=production it refuses to start, unless FRANCECONNECT_SIMULATOR=allowed.
 */
import { join } from 'node:path'
import { rotateSigningKeys } from '@/lib/connectors/franceconnect/simulator/signing-keys'
import { createSimulator } from '@/lib/connectors/franceconnect/simulator/simulator'
import { environment } from './environment.mjs'

const env = environment()
const keyFolder = join(env.DATA_DIR, 'franceconnect-simulator')

if (process.argv[2] === 'rotate') {
  const keys = await rotateSigningKeys(keyFolder)
  console.log(JSON.stringify({ rotated: true, signsWith: keys[0]?.kid }))
} else {
  await serve()
}

async function serve(): Promise<void> {
  const simulator = createSimulator({
    port: Number(env.FRANCECONNECT_PORT),
    issuer: env.FRANCECONNECT_ISSUER,
    client: {
      id: env.FRANCECONNECT_CLIENT_ID,
      secret: env.FRANCECONNECT_CLIENT_SECRET,
      redirectUris: [`${env.APP_URL}/api/auth/callback/franceconnect`],
      postLogoutRedirectUris: [`${env.APP_URL}/deconnexion/retour`],
      jwksUri: `${env.APP_URL}/api/franceconnect/jwks`,
    },
    keyFolder,
    environment: env.NODE_ENV,
    allowInProduction: env.FRANCECONNECT_SIMULATOR === 'allowed',
    onError: (where, error) => console.error(JSON.stringify({ where, error: error.message })),
  })
  const started = await simulator.listen()
  console.log(JSON.stringify({ ready: true, name: 'franceconnect', ...started }))
  process.on('SIGUSR2', () => void simulator.rotateSigningKeys())
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void simulator.close().then(() => process.exit(0)))
}

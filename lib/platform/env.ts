import { z } from 'zod'

/**
 * Every setting of the application, read and validated once, here and nowhere else.
 * A missing or malformed one stops the process with its name, never its value.
 */
const base64Key = z
  .string()
  .refine(value => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** `local`: demonstration people, fixtures and the local identity provider are allowed. */
  DEPLOYMENT: z.enum(['local', 'production']).default('local'),
  PRODUCT_NAME: z.string().default('Mon espace santé'),
  APP_URL: z.url(),
  DATA_DIR: z.string(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),

  APP_DATABASE_URL: z.string().min(1),
  SEALER_DATABASE_URL: z.string().min(1).optional(),
  JOBS_DATABASE_URL: z.string().min(1).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),

  NEXTAUTH_SECRET: z.string().min(32),
  /** Wraps the key of each document; 32 bytes. */
  MASTER_KEY: base64Key,
  /** Those before it, separated by commas: they still open what they wrapped (README, "Keys"). */
  MASTER_KEYS_PREVIOUS: z
    .string()
    .default('')
    .transform(text => text.split(',').filter(Boolean))
    .pipe(z.array(base64Key)),
  /** Authenticates each event of the history; 32 bytes, kept out of the database. */
  AUDIT_MAC_KEY: base64Key,
  /** Signs heads and daily roots; Ed25519, PKCS#8 PEM. Only the sealer needs it. */
  AUDIT_SIGNING_KEY: z.string().optional(),
  /** Its public half, SPKI PEM: enough to verify. */
  AUDIT_PUBLIC_KEY: z.string().optional(),
  /** Keys the hashes of matricules, traits and subjects; 32 bytes. */
  INDEX_PEPPER: base64Key,

  /** `folder` keeps to STORAGE_DIR although a bucket is configured: while documents are moved to it. */
  STORAGE: z.enum(['folder', 's3']).default('s3'),
  STORAGE_DIR: z.string(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('eu-west-3'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),

  /** Largest file a person may add. */
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(1000).default(25),
  /** `tcp://host:port` of clamd; absent: files are said not to be scanned. */
  ANTIVIRUS_URL: z.url().optional(),

  FRANCECONNECT_ISSUER: z.url(),
  FRANCECONNECT_CLIENT_ID: z.string().min(1),
  FRANCECONNECT_CLIENT_SECRET: z.string().min(1),
  /** Private JWKS that opens id_token and userinfo; a file of DATA_DIR when absent. */
  FRANCECONNECT_CLIENT_KEYS: z.string().optional(),

  SIGN_IN_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  SESSION_IDLE_MINUTES: z.coerce.number().min(1).max(60).default(15),
  SESSION_ABSOLUTE_HOURS: z.coerce.number().min(1).max(24).default(8),
})

export type Environment = z.infer<typeof schema>

const onThisMachine = ['localhost', '127.0.0.1', '[::1]']

/** What an operator may forget: the demonstration's doors must not open on a public address, nor cookies travel in clear. */
function deploymentFaults(source: Record<string, string | undefined>, parsed: Environment): string[] {
  const { DEPLOYMENT, NODE_ENV, APP_URL, FRANCECONNECT_ISSUER } = parsed
  if (NODE_ENV === 'test') return []
  if (DEPLOYMENT === 'local') {
    const said = source.DEPLOYMENT === 'local' || onThisMachine.includes(new URL(APP_URL).hostname)
    return said ? [] : ['DEPLOYMENT: must be said when APP_URL is not this machine']
  }
  return Object.entries({ APP_URL, FRANCECONNECT_ISSUER })
    .filter(([, address]) => !address.startsWith('https:'))
    .map(([name]) => `${name}: must be https in production`)
}

/** @throws Error naming each wrong variable. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Environment: ${wrong.join('; ')}`)
  }
  const faults = deploymentFaults(source, parsed.data)
  if (faults.length > 0) throw new Error(`Environment: ${faults.join('; ')}`)
  return parsed.data
}

let current: Environment | undefined

export function env(): Environment {
  current ??= parseEnvironment(process.env)
  return current
}

/** True where fixtures and fictive people may be loaded. */
export function isLocal(): boolean {
  return env().DEPLOYMENT === 'local'
}

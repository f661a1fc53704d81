import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/content/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'pino', 'graphile-worker', '@prisma/adapter-pg'],
  // Types are checked by `npm run check`, once, with the tests and scripts the build does not see.
  typescript: { ignoreBuildErrors: true },
}

export default withNextIntl(config)

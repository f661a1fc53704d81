/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'pino', 'graphile-worker', '@prisma/adapter-pg', 'pdfkit'],
  turbopack: {
    // Decoders of images made with Emscripten name what they would use in Node, and never do in the browser.
    resolveAlias: {
      fs: { browser: './components/documents/images/no-node.ts' },
      path: { browser: './components/documents/images/no-node.ts' },
    },
  },
  async headers() {
    const headers = [
      { key: 'X-Content-Type-Options', value: 'nosniff' },
      { key: 'Referrer-Policy', value: 'same-origin' },
      { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      { key: 'X-Frame-Options', value: 'DENY' },
      {
        key: 'Permissions-Policy',
        value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
      },
    ]
    if (process.env.APP_URL?.startsWith('https:'))
      headers.push({
        key: 'Strict-Transport-Security',
        value: 'max-age=63072000; includeSubDomains; preload',
      })
    return [{ source: '/:path*', headers }]
  },
  // Types are checked by `npm run check`, once, with the tests and scripts the build does not see.
  typescript: { ignoreBuildErrors: true },
}

export default config

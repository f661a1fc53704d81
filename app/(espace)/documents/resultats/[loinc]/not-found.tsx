import { TestNotFound } from '@/components/results/test-not-found'

export default TestNotFound

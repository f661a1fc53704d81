import { DocumentNotFound } from '@/components/documents/document-not-found'

export default DocumentNotFound

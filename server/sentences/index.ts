export { type Sentences, type SentencesNeeds, startSentences } from './Sentences.ts'

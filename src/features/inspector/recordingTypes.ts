/** What the platform's file dialog offers; the app looks at the bytes afterwards. */
export const RECORDING_TYPES = { sound: 'audio/*', film: 'video/*' } as const

export type RecordingType = keyof typeof RECORDING_TYPES

/** The roles a link can be for, strongest first. */
export type ShareRole = 'moderator' | 'writer' | 'reviewer' | 'reader'

/** The version of this app, as files and health say it. The same as in package.json; a test keeps them together. */
export const APP_VERSION = '0.1.0'

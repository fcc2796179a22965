// Limits of the wire; the server's settings may lower them, clients must stay below them.

export const limits = {
  envelopesInPush: 500,
  inflatedPushBytes: 4 * 1024 * 1024,
  photoBytes: 5 * 1024 * 1024,
  changesInPage: 2000,
  pagesInAnswer: 100,
  enrolmentCodeHours: 24,
} as const

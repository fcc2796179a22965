// What a backup file's name ends in.
export const backupSuffix = '.tannha-backup'

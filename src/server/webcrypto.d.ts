// Node has these as values; the rooms that the server shares with browsers name them as types.
declare global {
  type CryptoKey = import('node:crypto').webcrypto.CryptoKey
  type JsonWebKey = import('node:crypto').webcrypto.JsonWebKey
}
export {}

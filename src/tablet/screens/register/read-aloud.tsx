import { useEffect, useState } from 'react'
import { confirmationWords } from '../../../text/tablet/confirmation.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'

function findVietnameseVoice(): SpeechSynthesisVoice | null {
  // Only voices of the tablet itself: others send what is read to somebody else's server.
  const voices = 'speechSynthesis' in window ? speechSynthesis.getVoices() : []
  return voices.find(({ lang, localService }) => localService && lang.toLowerCase().startsWith('vi')) ?? null
}

/** `Đọc to`: the tablet reads the summary, or says that it has no Vietnamese voice. */
export function ReadAloud({ sentences }: { sentences: readonly string[] }) {
  const t = useWords(confirmationWords)
  const [state, setState] = useState<'silent' | 'reading' | 'noVoice'>('silent')
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    // Some browsers only begin to look for voices when they are asked.
    speechSynthesis.getVoices()
    return () => speechSynthesis.cancel()
  }, [])
  const read = () => {
    const voice = findVietnameseVoice()
    if (voice === null) {
      setState('noVoice')
      return
    }
    speechSynthesis.cancel()
    sentences.forEach((sentence, index) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = 0.9
      if (index === sentences.length - 1) utterance.addEventListener('end', () => setState('silent'))
      speechSynthesis.speak(utterance)
    })
    setState('reading')
  }
  const stop = () => {
    speechSynthesis.cancel()
    setState('silent')
  }
  return (
    <>
      <Button icon="speaker" aria-pressed={state === 'reading'} onClick={state === 'reading' ? stop : read}>
        {state === 'reading' ? t.stopReading : t.readAloud}
      </Button>
      {state === 'noVoice' && (
        <p className="soft" role="status">
          {t.noVoice}
        </p>
      )}
    </>
  )
}

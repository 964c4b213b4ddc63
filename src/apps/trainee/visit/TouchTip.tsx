import { useCallback, useEffect, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { isByFinger } from './byFinger.ts'

const KEY = 'doorstep.touch-tip'

/** What a finger does in the picture, for whoever has not been here with this phone: one sentence, until it is read, or until something is opened all the same. */
export function TouchTip({ isOver }: { isOver: boolean }) {
  const { say } = useLanguage()
  const [isNew, setNew] = useState(() => isByFinger() && localStorage.getItem(KEY) === null)
  const read = useCallback(() => {
    localStorage.setItem(KEY, 'read')
    setNew(false)
  }, [])
  useEffect(() => {
    if (isNew && isOver) read()
  }, [isNew, isOver, read])
  if (!isNew) return null
  return (
    <p className="note touch-tip">
      {say('touch.tip')}
      <Button isSmall onClick={read}>
        {say('touch.tipRead')}
      </Button>
    </p>
  )
}

/** What this browser can do. Nothing is asked of the person: no permission, no session. */

export async function lookForXr(): Promise<{ vr: boolean; ar: boolean }> {
  const can = async (mode: XRSessionMode) => (await navigator.xr?.isSessionSupported(mode).catch(() => false)) ?? false
  const [vr, ar] = await Promise.all([can('immersive-vr'), can('immersive-ar')])
  return { vr, ar }
}

/** Absent on pages that are not secure. Without permission the list says that there is one, but not which. */
export async function lookForMicrophone(): Promise<boolean> {
  const media: MediaDevices | undefined = navigator.mediaDevices
  const found = (await media?.enumerateDevices().catch(() => [])) ?? []
  return found.some(({ kind }) => kind === 'audioinput')
}

// When a page has been painted for the first time, so that its window may be shown without a flash.

/** Two frames from now, the first has been painted. Where the system gives a hidden window none, its layout is done here,
 * and it paints as it is shown. */
export async function afterFirstPaint() {
  if (document.visibilityState === "hidden") {
    document.body.getBoundingClientRect();
    return;
  }
  const frames = new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  // A window may be called visible and get no frames all the same.
  const noFrames = new Promise((waited) => setTimeout(waited, 50));
  await Promise.race([frames, noFrames]);
}

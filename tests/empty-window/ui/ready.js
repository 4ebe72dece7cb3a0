// As the app does: two frames after its view is there, it is painted.
await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
await window.__TAURI_INTERNALS__.invoke("ready");

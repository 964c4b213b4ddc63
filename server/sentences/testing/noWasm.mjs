// A machine that refuses WebAssembly (node --jitless, hardened systems): there it does not exist. Preloaded, it holds for threads too.
delete globalThis.WebAssembly

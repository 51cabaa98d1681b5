import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The build is committed, so its file names carry no hash: a change shows as a change of content.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/allegata/web/static/dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy knows no data: addresses
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        entryFileNames: "workbench.js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
});

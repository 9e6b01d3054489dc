import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { themeBoot } from "./build/theme-boot.ts";

const api = process.env.API_URL ?? "http://127.0.0.1:3000";
const proxied = { target: api, changeOrigin: false };

export default defineConfig({
  plugins: [react(), tailwindcss(), themeBoot(new URL("./src/theme-boot.js", import.meta.url))],
  server: { port: 5173, strictPort: true, proxy: { "/api": proxied, "/docs": proxied } },
  build: {
    manifest: true,
    target: "es2023",
    // The CSP has no `data:` for fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

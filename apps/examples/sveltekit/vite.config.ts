import { styleSource } from '@diplomaregister/elements/server';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      csp: {
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          // What the server draws has its styles in the page.
          'style-src': ['self', styleSource('diploma-verify')],
          'connect-src': ['self', 'https://register.example'],
          'require-trusted-types-for': ['script'],
          'trusted-types': ['svelte-trusted-html', 'lit-html'],
        },
      },
    }),
  ],
});

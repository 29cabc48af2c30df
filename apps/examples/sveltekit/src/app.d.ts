import type {} from '@diplomaregister/elements/svelte';

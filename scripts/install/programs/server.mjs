// A page that is made on a server: importing the elements must be safe where there is no document.
import { DiplomaList, DiplomaVerify } from '@diplomaregister/elements';
import '@diplomaregister/elements/diploma-verify';
import { program } from './program.mjs';

if (typeof document !== 'undefined') throw new Error('This is no server');
const isThere = typeof DiplomaList === 'function' && typeof DiplomaVerify === 'function';
const page = `<diploma-verify register="https://register.example/v1"></diploma-verify>`;
console.log(isThere && page.includes('diploma-verify') ? await program() : 'incomplete');

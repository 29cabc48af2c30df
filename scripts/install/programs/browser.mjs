// What a page has: an element and the SDK. A test loads the mocks too.
import '@diplomaregister/elements/diploma-verify';
import '@diplomaregister/elements/diploma-list';
import { createClient } from '@diplomaregister/sdk';

export const register = createClient({ url: 'https://register.example/v1' });

/** The check page that the example documents name. */
export const exampleCheckUrl = 'https://controleren.diplomaregister.example';

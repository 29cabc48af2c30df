/** What a check needs of the SDK, by itself: a bundler leaves out the rest. */
export { verify } from '@diplomaregister/sdk/verify';

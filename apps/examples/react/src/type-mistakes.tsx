// No part of the example: TypeScript finds each mistake, and fails when it finds none any more.
import type {} from '@diplomaregister/elements/react';

export const mistakes = [
  // @ts-expect-error: an address is text
  <diploma-verify key="address" register={5} />,
  // @ts-expect-error: an outcome is no number
  <diploma-verify key="outcome" ondiploma-verdict={({ verdict }) => Math.abs(verdict.outcome)} />,
  // @ts-expect-error: there is no such property
  <diploma-verify key="property" registrar="https://register.example/v1" />,
  // @ts-expect-error: a token is text, or a function that gives it
  <diploma-list key="token" accessToken={() => 5} />,
];

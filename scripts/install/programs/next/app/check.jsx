'use client';
// What a visitor uses. It is imported on the server too, where there is no document.
import '@diplomaregister/elements/diploma-verify';
import { useEffect, useState } from 'react';

export function Check({ register }) {
  const [state, setState] = useState('made on the server');
  useEffect(() => setState('in use'), []);
  return (
    <>
      <diploma-verify
        register={register}
        ondiploma-verdict={({ verdict }) => setState(verdict.outcome)}
      />
      <output>{state}</output>
    </>
  );
}

import '@diplomaregister/elements/diploma-verify';
import type {} from '@diplomaregister/elements/react';
import { useState } from 'react';

export function App() {
  const [outcome, setOutcome] = useState<string>();
  return (
    <main>
      <diploma-verify
        register="https://register.example/v1"
        headingLevel={1}
        ondiploma-verdict={(event) => setOutcome(event.verdict.outcome)}
      />
      <p role="status">{outcome && `Outcome: ${outcome}`}</p>
    </main>
  );
}

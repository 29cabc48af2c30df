// A page that is made while it is asked for: the server verifies, and sends the rest meanwhile.
import { Suspense } from 'react';
import { program } from '../../program.mjs';
import { Check } from './check.jsx';

export const dynamic = 'force-dynamic';

async function Outcome() {
  return <p>{await program()}</p>;
}

export default function Page() {
  return (
    <main>
      <Suspense fallback={<p>Wait</p>}>
        <Outcome />
      </Suspense>
      <Check register="https://register.example/v1" />
    </main>
  );
}

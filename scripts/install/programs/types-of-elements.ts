// The tags alone are imported, as on most pages: that has to do for their types.
import '@diplomaregister/elements/diploma-list';
import '@diplomaregister/elements/diploma-verify';

export function listen(): void {
  const verify = document.createElement('diploma-verify');
  verify.register = 'https://register.example/v1';
  verify.addEventListener('diploma-verdict', ({ verdict }) => {
    if (verdict.outcome === 'genuine') console.log(verdict.diplomas[0]?.diploma.programme.name);
  });
  document.addEventListener('diploma-problem', ({ problem }) => console.log(problem));
  const list = document.querySelector('diploma-list');
  list?.addEventListener('diploma-download', ({ extract }) => console.log(extract.fileName));
  list?.addEventListener('diploma-share', ({ share }) => console.log(share.id));
  list?.addEventListener('diploma-report', ({ request }) => console.log(request.id));
}

import '@diplomaregister/elements/diploma-verify';

const heard = document.querySelector('#heard');

document.querySelector('diploma-verify')?.addEventListener('diploma-verdict', ({ verdict }) => {
  if (heard) heard.textContent = `diploma-verdict: ${verdict.outcome}, ${verdict.checkedAt}`;
});

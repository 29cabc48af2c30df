import '@diplomaregister/elements/diploma-verify';

/** The code that the fragment holds; the link to the content holds none. */
function codeInAddress(): string {
  const fragment = location.hash.slice(1);
  return document.getElementById(fragment) ? '' : fragment;
}

// The link of a share has the code in its fragment. It goes into the field and out of the address
// at once, so that neither the history nor a screenshot keeps it.
const code = codeInAddress();
if (code !== '') {
  history.replaceState(null, '', location.pathname + location.search);
  const verify = document.querySelector('diploma-verify');
  if (verify) verify.shareCode = code;
  // Who goes on in the other language has no other place to find it.
  const otherLanguage = document.querySelector<HTMLAnchorElement>('a.language');
  otherLanguage?.addEventListener('click', () => {
    otherLanguage.hash = code;
  });
}

// A second link in the same tab loads nothing by itself, and what is on show is of the first.
addEventListener('hashchange', () => {
  if (codeInAddress() !== '') location.reload();
});

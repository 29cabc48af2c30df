import '@diplomaregister/elements/diploma-verify';

// The link of a share has the code in its fragment. It goes into the field and out of the address
// at once, so that neither the history nor a screenshot keeps it.
const { hash, pathname, search } = location;
if (hash.length > 1) {
  history.replaceState(null, '', pathname + search);
  const verify = document.querySelector('diploma-verify');
  if (verify) verify.shareCode = decodeURIComponent(hash.slice(1));
}

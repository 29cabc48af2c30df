// Presses the button of the sign-out page.
document.querySelector('button[name=logout]').click();

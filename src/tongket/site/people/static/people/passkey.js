// Passkeys work over https and on localhost alone: elsewhere what offers them stays hidden.
"use strict";

if (window.isSecureContext && window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
} else {
  for (const part of document.querySelectorAll("[data-no-passkey]")) part.hidden = false;
}

import { css } from 'lit';

export const listStyles = css`
  .top {
    display: grid;
    gap: 0.25em;
  }
  .top .title {
    font-size: 1.75em;
  }
  .sector-title {
    font-size: 1em;
    font-weight: 700;
    color: var(--_accent);
    padding-block-end: 0.5em;
    border-block-end: 2px solid var(--_accent);
  }
  .diploma,
  .share {
    padding-block: 1.25em 1em;
    border-block-end: 1px solid var(--_line);
  }
  li:last-child > .diploma,
  .share:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  .diploma {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25em 1.5em;
    align-items: start;
  }
  .head .button {
    justify-self: start;
  }
  .when {
    font-variant-numeric: tabular-nums;
  }
  .tag {
    justify-self: start;
  }
  ::slotted(*) {
    justify-self: start;
  }
  .details {
    padding: 1.125em;
    border-radius: var(--_control-radius);
    background: var(--_wash);
  }
  .shares {
    margin-block-start: 0.75em;
  }
  .shares ul {
    margin-block-start: -1em;
  }
  .receiver,
  .label {
    font-weight: 700;
  }
  .receiver .tag {
    margin-inline-start: 0.375em;
  }
  .confirm {
    padding: 1.125em;
    border: 2px solid var(--_bad);
    border-radius: var(--_control-radius);
  }
  .coverage {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.75em;
  }
  .coverage .stack {
    padding-block-start: 0.5em;
    max-inline-size: 40em;
  }
  .kinds {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .panel {
    max-inline-size: 44em;
  }
  .panel > .title,
  .panel p {
    max-inline-size: 36em;
  }
  .back {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    min-block-size: 44px;
    padding: 0 0.5em 0 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .back svg {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 2em;
  }
  .input {
    max-inline-size: 28em;
  }
  .input.short {
    max-inline-size: 13em;
  }
  .secrets {
    display: grid;
    grid-template-columns: 11em minmax(0, 1fr);
    gap: var(--_gap);
    align-items: start;
  }
  .qr {
    inline-size: 100%;
    max-inline-size: 15em;
    block-size: auto;
    display: block;
    border: 1px solid var(--_line);
    border-radius: var(--_control-radius);
    background: #fff;
    forced-color-adjust: none;
  }
  .link,
  .number {
    overflow-wrap: anywhere;
    user-select: all;
  }
  .pin {
    font-size: 2em;
    font-weight: 800;
    line-height: 1.2;
    letter-spacing: 0.14em;
    font-variant-numeric: tabular-nums;
    user-select: all;
  }
  .number {
    font-size: 1.25em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .message {
    padding: 1.25em;
    border-radius: var(--_control-radius);
    background: var(--_wash);
  }
  .bone {
    block-size: 1em;
    border-radius: 0.25em;
    background: var(--_line);
    inline-size: 60%;
  }
  .bone.short {
    inline-size: 35%;
  }
  .bone.tall {
    block-size: 2.75em;
    inline-size: 9em;
  }
  @container (width < 30em) {
    .details {
      padding-inline: 0.625em;
    }
    .secrets,
    .head {
      grid-template-columns: minmax(0, 1fr);
    }
    .secrets {
      justify-items: center;
    }
    .secrets > .stack {
      justify-self: stretch;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton .bone {
      animation: breathe 1.2s ease-in-out infinite alternate;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (forced-colors: active) {
    .bone {
      background: GrayText;
    }
    .details,
    .message {
      border: 1px solid;
    }
  }
`;

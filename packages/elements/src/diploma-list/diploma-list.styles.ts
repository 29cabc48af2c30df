import { css } from 'lit';

export const listStyles = css`
  .top {
    display: grid;
    gap: 0.25em;
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
  .confirm {
    padding: 1.125em;
    border: 2px solid var(--_bad);
    border-radius: var(--_control-radius);
  }
  .sector + .sector {
    margin-block-start: 0.75em;
  }
  .more > * {
    border-block-start: 1px solid var(--_line);
  }
  .coverage > summary {
    padding-block: 0.875em;
  }
  .coverage > .stack {
    padding-block: 0.5em 1.25em;
    max-inline-size: 40em;
  }
  .way {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1em;
    align-items: center;
    inline-size: 100%;
    padding: 0.875em 0;
    border-width: 1px 0 0;
    border-style: solid;
    background: none;
    text-align: start;
  }
  .way-title {
    color: var(--_accent);
    font-weight: 600;
  }
  .way:hover .way-title {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .way svg {
    color: var(--_soft);
  }
  .way:dir(rtl) svg {
    transform: scaleX(-1);
  }
  /* A date stays within sight of what it belongs to. */
  .card > .stack {
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
    .head {
      grid-template-columns: minmax(0, 1fr);
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

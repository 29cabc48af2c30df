import { css } from 'lit';

export const verifyStyles = css`
  .ways {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25em;
  }
  .way {
    align-content: start;
  }
  .drop {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: 0.75em;
    padding: 2em 1.25em;
    border: 2px dashed var(--_field);
    border-radius: var(--_radius);
    background: var(--_wash);
    text-align: center;
  }
  .drop.dragging {
    border-style: solid;
    border-color: var(--_accent);
    background: var(--_paper);
    box-shadow: 0 0 0 4px color-mix(in srgb, var(--_accent) 25%, transparent);
  }
  .picture {
    color: var(--_accent);
  }
  .picture svg {
    display: block;
    inline-size: 3em;
    block-size: 3em;
  }
  .instruction {
    font-size: 1.125em;
    font-weight: 700;
  }
  .with-icon svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    color: var(--_accent);
  }
  .or {
    display: flex;
    align-items: center;
    gap: 1em;
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border: solid var(--_line);
    border-width: 0 0 1px 1px;
  }
  .input.pin {
    max-inline-size: 9em;
    letter-spacing: 0.2em;
  }
  /* By a form or a fieldset of the host page: readable, and plainly not to be used. */
  .card:disabled :is(.button, .input) {
    border: 1.5px dashed var(--_line);
    background: var(--_wash);
    color: var(--_soft);
    filter: none;
    cursor: not-allowed;
  }
  @container (width >= 46em) {
    .ways {
      grid-template-columns: minmax(0, 1.15fr) auto minmax(0, 1fr);
      gap: 2em;
    }
    .or {
      flex-direction: column;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .picture.busy {
      animation: breathe 1.2s ease-in-out infinite alternate;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.35;
    }
  }
  /* Nothing can be dragged with a finger. */
  @media (hover: none) {
    .picture:not(.busy) + .instruction {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .drop.dragging {
      border-color: Highlight;
    }
  }
`;

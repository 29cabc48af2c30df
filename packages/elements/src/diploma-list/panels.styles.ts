import { css } from 'lit';

/** What only panels and the help for who misses a diploma are drawn with. */
export const panelStyles = css`
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
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  select.input,
  textarea.input {
    max-inline-size: 36em;
  }
  textarea.input {
    padding-block: 0.625em;
    resize: vertical;
  }
  .input.year {
    max-inline-size: 6em;
  }
  .questions {
    display: flex;
    flex-wrap: wrap;
    gap: 1em 1.5em;
  }
  .questions > :first-child {
    flex: 1 1 16em;
  }
  .questions .tight {
    align-content: end;
  }
  div.answer {
    padding: 0.875em 1.125em;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_wash);
  }
  /* It takes no room, but is there: an announcer that appears with its words may not be heard. */
  [role='status']:empty {
    position: absolute;
    padding: 0;
    border: 0;
  }
  .years .stack {
    padding-block-start: 0.5em;
  }
  .years th:first-child {
    inline-size: 60%;
  }
  .years td:last-child {
    font-weight: 400;
  }
  .find {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  .find .input {
    flex: 1 1 12em;
  }
  .find ~ .soft {
    margin-block-start: 0.5em;
  }
  .institutions {
    margin-block-start: 1em;
  }
  .records {
    margin-block-start: -0.75em;
  }
  .record {
    display: grid;
    gap: 0.25em;
    padding-block: 1.25em;
    border-block-end: 1px solid var(--_line);
  }
  .record:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  .who {
    font-weight: 700;
  }
  .talk {
    display: grid;
    gap: 0.25em;
    padding-block-start: 0.5em;
  }
  .talk dt {
    font-weight: 600;
  }
  .talk dd {
    margin: 0;
    white-space: pre-wrap;
  }
  .talk dd + dt {
    padding-block-start: 0.5em;
  }
  dd.answer {
    padding: 0.625em 0.875em;
    border-inline-start: 4px solid var(--_good);
    background: var(--_wash);
  }
  @container (width < 30em) {
    .secrets {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
    }
    .secrets > .stack {
      justify-self: stretch;
    }
  }
`;

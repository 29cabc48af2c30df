import { css } from 'lit';

/** What both elements are built of: the card, its texts, buttons, fields, tags and tables. */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .card {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_gap);
    overflow-wrap: anywhere;
  }
  .title {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    text-wrap: balance;
  }
  .subtitle {
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.3;
  }
  svg {
    inline-size: 1.5em;
    block-size: 1.5em;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  p,
  ul,
  dl,
  fieldset {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
  }
  ul {
    list-style: none;
  }
  .soft,
  .hint {
    color: var(--_soft);
  }
  .hint {
    font-size: 0.9375em;
  }
  .stack,
  .tight {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
  }
  .stack.wide {
    gap: var(--_gap);
  }
  .tight {
    gap: 0.25em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  button,
  input {
    font: inherit;
    color: inherit;
  }
  button,
  summary {
    touch-action: manipulation;
    cursor: pointer;
  }
  .button {
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 1.125em;
    border: 1.5px solid var(--_accent);
    border-radius: var(--_control-radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
  }
  .button.plain,
  .button.quiet {
    background: transparent;
    color: var(--_accent);
  }
  .button.quiet {
    border: 0;
    padding-inline: 0;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .button:hover {
    filter: brightness(1.15);
  }
  .button.plain:hover {
    background: var(--_wash);
    filter: none;
  }
  .button.quiet:hover {
    text-decoration-thickness: 2px;
  }
  .button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  /* Headings take the focus from a script, to be read; nobody operates them. */
  [tabindex='-1']:focus {
    outline: none;
  }
  [role='alert']:empty {
    display: none;
  }
  summary {
    min-block-size: 44px;
    align-content: center;
    color: var(--_accent);
    font-weight: 600;
    border-radius: var(--_control-radius);
  }
  label {
    font-weight: 600;
  }
  .input {
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    padding: 0.375em 0.75em;
    border: 1.5px solid var(--_field);
    border-radius: var(--_control-radius);
    background: var(--_paper);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_bad);
    border-width: 2.5px;
  }
  .choice,
  .problem,
  .with-icon {
    display: grid;
    grid-template-columns: 1.5em minmax(0, 1fr);
    gap: 0.625em;
    align-items: start;
  }
  .choice {
    min-block-size: 44px;
    padding-block: 0.5em;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .problem {
    --_cut: var(--_paper);
    color: var(--_bad);
    font-weight: 600;
  }
  .cut {
    fill: none;
    stroke: var(--_cut);
  }
  .note {
    background: var(--_note);
    color: var(--_on-note);
    border-radius: var(--_control-radius);
    padding: 0.875em 1.125em;
  }
  .tag {
    display: inline-block;
    border: 1px solid currentcolor;
    border-radius: 1em;
    padding: 0 0.625em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_soft);
  }
  .tag.bad {
    color: var(--_bad);
  }
  .tag.good {
    color: var(--_good);
  }
  .facts {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    gap: 0.375em 1em;
  }
  .facts dt {
    color: var(--_soft);
  }
  .facts dd {
    margin: 0;
    font-weight: 600;
  }
  .facts.light dd {
    font-weight: 400;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    max-inline-size: 44em;
    font-variant-numeric: tabular-nums;
  }
  caption {
    text-align: start;
    font-weight: 700;
    padding-block-end: 0.25em;
  }
  th,
  td {
    padding: 0.375em 0 0.375em 0.75em;
    border-block-end: 1px solid var(--_line);
    text-align: end;
    font-weight: 400;
    vertical-align: top;
  }
  td,
  thead th {
    overflow-wrap: normal;
    white-space: nowrap;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }
  tbody th {
    hyphens: auto;
  }
  tbody th::first-letter {
    text-transform: uppercase;
  }
  thead th {
    color: var(--_soft);
    font-weight: 600;
    font-size: 0.9375em;
  }
  caption .hint {
    display: inline-block;
    font-weight: 400;
  }
  td:last-child {
    font-weight: 700;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .print {
    display: none;
  }
  @container (width < 30em) {
    .actions {
      gap: 0.5em;
    }
    .button:not(.quiet) {
      padding-inline: 0.6875em;
    }
  }
  @container (width < 24em) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .facts dd {
      margin-block-end: 0.5em;
    }
    table {
      font-size: 0.875em;
    }
    th,
    td {
      padding-inline-start: 0.5em;
    }
    /* Not every browser knows where a Dutch word may break: beside a long one the marks go below it. */
    .marks,
    .marks > * {
      display: block;
    }
    .marks tr {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      padding-block: 0.1875em;
      border-block-end: 1px solid var(--_line);
    }
    .marks :is(th, td) {
      flex: none;
      min-inline-size: 2.375em;
      padding: 0.1875em 0 0.1875em 0.375em;
      border: 0;
      font-size: 1em;
    }
    .marks :is(th, td):last-child {
      min-inline-size: 3.625em;
    }
    /* The first of three takes the room of all, and lends it to the others: so they go together. */
    .marks :is(th, td):nth-child(2):not(:last-child) {
      margin-inline-end: 6em;
    }
    .marks :is(th, td):nth-child(3) {
      margin-inline-start: -6em;
    }
    .marks th:first-child {
      flex: 1 1 min-content;
      max-inline-size: 100%;
      padding-inline-start: 0;
      overflow-wrap: break-word;
    }
  }
  @media (forced-colors: active) {
    .button {
      background: ButtonFace;
      color: ButtonText;
    }
    .note {
      border: 1px solid;
    }
  }
  @media print {
    .print {
      display: block;
      margin-block-start: 1em;
      border: 2px solid;
      padding: 0.5em 1em;
      font-weight: 700;
    }
    .card :is(button, summary) {
      display: none;
    }
  }
`;

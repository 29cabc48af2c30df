import { css } from 'lit';

export const verdictStyles = css`
  .verdict {
    margin: calc(var(--_gap) * -1);
  }
  .banner {
    --_cut: var(--_banner);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: clamp(1em, 3cqi, 2em);
    padding: calc(var(--_gap) * 1.15) var(--_gap);
    border-start-start-radius: calc(var(--_radius) - 1px);
    border-start-end-radius: calc(var(--_radius) - 1px);
    background: var(--_banner);
    color: var(--_on-banner);
  }
  .banner svg {
    inline-size: clamp(3.25em, 12cqi, 6em);
    block-size: auto;
  }
  .banner.good {
    --_banner: var(--_good-banner);
  }
  .banner.bad {
    --_banner: var(--_bad-banner);
  }
  .banner.open {
    --_banner: var(--_open-banner);
  }
  .verdict-title {
    font-size: clamp(1.625em, 1em + 3.4cqi, 3em);
    font-weight: 800;
    line-height: 1.1;
    text-wrap: balance;
    hyphens: auto;
    overflow-wrap: break-word;
  }
  .lead {
    margin-block-start: 0.375em;
    font-size: 1.125em;
    line-height: 1.4;
    text-wrap: balance;
    max-inline-size: 38em;
  }
  .example {
    padding: 0.75em var(--_gap);
    background: repeating-linear-gradient(
      -45deg,
      var(--_note) 0 14px,
      color-mix(in srgb, var(--_note) 94%, var(--_on-note)) 14px 16px
    );
    color: var(--_on-note);
  }
  .findings {
    padding: var(--_gap);
  }
  .findings > * {
    max-inline-size: 44em;
  }
  .facts[part='holder'] dd {
    font-size: 1.125em;
  }
  .diplomas {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
  }
  .diploma {
    justify-items: start;
    border-inline-start: 4px solid var(--_line);
    padding-inline-start: 1.125em;
  }
  .diploma > * {
    inline-size: 100%;
  }
  .tag {
    justify-self: start;
    inline-size: auto;
  }
  .checks {
    border-block-start: 1px solid var(--_line);
  }
  .check {
    display: grid;
    grid-template-columns: 1.5em minmax(0, 1fr) auto;
    gap: 0 0.75em;
    padding-block: 0.625em;
    border-block-end: 1px solid var(--_line);
  }
  .check .result {
    font-weight: 700;
  }
  .check.pass {
    --_result: var(--_good);
  }
  .check.fail {
    --_result: var(--_bad);
  }
  .check.inconclusive,
  .check.skipped {
    --_result: var(--_open);
  }
  .check svg,
  .check .result {
    color: var(--_result);
  }
  .check.skipped .result {
    font-weight: 400;
  }
  .about .facts {
    grid-template-columns: 12em minmax(0, 1fr);
    padding-block-start: 0.5em;
  }
  @container (width < 28em) {
    .diploma {
      padding-inline-start: 0.75em;
    }
    .check {
      grid-template-columns: 1.5em minmax(0, 1fr);
    }
    .check .result {
      grid-column: 2;
    }
    .about .facts {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (width >= 46em) {
    .banner {
      padding-block: calc(var(--_gap) * 1.6);
    }
  }
  @media (forced-colors: active) {
    .banner {
      border-block-end: 4px solid;
    }
  }
  @media print {
    .banner {
      background: none;
      color: #000;
      border-block-end: 3px solid;
      --_cut: #fff;
    }
  }
`;
